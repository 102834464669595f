-- Lock-outs as the administrator sees them: of this agency's accounts, what was tried, from where, until when.
create function account_locks(since timestamptz, most integer, minutes integer)
returns table (account_id uuid, kind text, tries integer, last_at timestamptz, locked_until timestamptz, addresses text[])
language sql stable security definer as $$
  select a.id, f.kind, count(*)::integer, max(f.at), (array_agg(f.at order by f.at desc))[most] + make_interval(mins => minutes),
         array_agg(distinct f.client_ip)
  from account a join auth.sign_in_failure f on f.username = a.username and f.at > since
  where a.kind <> 'sistem' group by a.id, f.kind having count(*) >= most
$$;
create function account_unlock(wanted_account uuid) returns integer
language sql security definer as $$
  update auth."twoFactor" set "failedVerificationCount" = 0, "lockedUntil" = null
    where "userId" = (select user_id from account where id = wanted_account);
  with gone as (
    delete from auth.sign_in_failure where username = (select username from account where id = wanted_account) returning 1
  ) select count(*)::integer from gone
$$;

-- Wrong PINs belong to the PIN they were tried on: a new one begins with no tries.
create function forget_receipt_misses(renewed uuid) returns void
language sql security definer as $$ delete from receipt_miss where usulan_id = renewed $$;
create function receipt_renewals(wanted text) returns integer
language sql stable security definer as $$
  select count(*)::integer from usulan u join usulan_event e on e.usulan_id = u.id and e.event = 'usulan.pin_renewed' where u.no_publik = wanted $$;

-- What a citizen asks about her own data (UU 27/2022), and the answer within three times twenty-four hours.
create table subject_request (
  id uuid primary key,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  kind text not null check (kind in ('lihat', 'perbaiki', 'hapus', 'keberatan', 'salinan')),
  channel text not null check (channel in ('loket', 'surat', 'portal', 'telepon')),
  asker text not null,
  capacity text not null check (capacity in ('sendiri', 'wali', 'kuasa')),
  proof text not null,
  wish text not null,
  person_id uuid references person,
  answer_kind text check (answer_kind in ('dipenuhi', 'sebagian', 'ditolak')),
  answer text,
  legal_basis text,
  answered_at timestamptz,
  answered_by uuid references account,
  recorded_by uuid not null references account,
  version integer not null default 1,
  check (num_nonnulls(answer_kind, answer, answered_at, answered_by) in (0, 4)),
  check (answer_kind <> 'ditolak' or legal_basis is not null)
);
create index subject_request_person on subject_request (person_id);
create index subject_request_answered_by on subject_request (answered_by);
create index subject_request_recorded_by on subject_request (recorded_by);
create index subject_request_open on subject_request (due_at) where answered_at is null;

-- A failure to protect personal data: told to the people concerned and to the authority within three times twenty-four hours of its discovery.
create table breach (
  id uuid primary key,
  found_at timestamptz not null,
  due_at timestamptz not null,
  what text not null,
  fields text not null,
  people integer check (people >= 0),
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  contained_at timestamptz,
  contained_how text,
  subjects_told_at timestamptz,
  subjects_told_how text,
  authority_told_at timestamptz,
  authority_told_how text,
  version integer not null default 1,
  check (num_nonnulls(contained_at, contained_how) in (0, 2)),
  check (num_nonnulls(subjects_told_at, subjects_told_how) in (0, 2)),
  check (num_nonnulls(authority_told_at, authority_told_how) in (0, 2))
);
create index breach_recorded_by on breach (recorded_by);

-- An objection is a usulan of kind sanggah. What it rests on and what was found stands here; who objects stands in objection_secret.
create table objection (
  usulan_id uuid primary key references usulan,
  about text not null check (about in ('daftar', 'hasil_sendiri')),
  ground text not null,
  finding text check (finding in ('terbukti', 'tidak_terbukti')),
  finding_reason text,
  found_at timestamptz,
  objector_letter_id uuid references letter,
  family_letter_id uuid references letter,
  check ((finding is null) = (found_at is null))
);
comment on column objection.about is 'daftar: another family of the same desa; hasil_sendiri: a result about oneself.';
create index objection_objector_letter on objection (objector_letter_id);
create index objection_family_letter on objection (family_letter_id);

-- What the family is asked, as a periodic look at its data: it never names an objection. The family opens it with a number and a PIN
-- of its own, printed on the letter that an officer brings.
create table family_question (
  id uuid primary key,
  usulan_id uuid not null unique references usulan,
  no_publik text not null unique,
  pin_hash text not null,
  ground text not null,
  question text not null,
  asked_at timestamptz not null,
  asked_by uuid not null references account,
  due_on date not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references account,
  answered_how text check (answered_how in ('portal', 'lisan', 'tertulis')),
  outcome_text text,
  outcome_at timestamptz,
  version integer not null default 1,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_how is null))
);
create index family_question_asked_by on family_question (asked_by);
create index family_question_answered_by on family_question (answered_by);

-- The same door opens both kinds of paper; wrong PINs are counted for either.
alter table receipt_miss drop constraint receipt_miss_usulan_id_fkey;
create or replace function receipt_secret(wanted text, wanted_day date) returns table (usulan_id uuid, pin_hash text, misses integer)
language sql stable security definer as $$
  select d.id, d.pin_hash, coalesce((select m.count from receipt_miss m where m.usulan_id = d.id and m.on_date = wanted_day), 0)
  from (select u.id, u.pin_hash from usulan u where u.no_publik = wanted
        union all select q.id, q.pin_hash from family_question q where q.no_publik = wanted) d $$;

-- An alarm that was raised for a usulan: each mark once. It moves nothing; it tells somebody.
create table usulan_alarm (
  usulan_id uuid not null references usulan,
  mark text not null check (mark in ('sanggah_7', 'sanggah_10', 'sanggah_12', 'janji_lewat')),
  raised_at timestamptz not null,
  primary key (usulan_id, mark)
);
-- Alarms act under an account of their own, without sign-in.
insert into account (id, kind, username, display_name) values ('01900000-0000-7000-8000-000000007140', 'sistem', 'pengingat', 'Pengingat tenggat')
  on conflict do nothing;

-- Somebody has a tie to the subject or to the proposer: a relative, the employer, the landlord. With an account it is that officer's own
-- tie, and that officer decides nothing here.
create table usulan_tie (
  id uuid primary key,
  usulan_id uuid not null references usulan,
  account_id uuid references account,
  official text not null,
  relation text not null check (relation in ('keluarga', 'pekerjaan', 'usaha', 'lain')),
  note text not null default '',
  declared_by uuid references account,
  declared_at timestamptz not null
);
create index usulan_tie_usulan on usulan_tie (usulan_id);
create index usulan_tie_account on usulan_tie (account_id);
create index usulan_tie_declared_by on usulan_tie (declared_by);

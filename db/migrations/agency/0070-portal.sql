-- The citizens' portal acts under an account of its own, so that every act in the audit has an author. It has no sign-in and no task.
insert into account (id, kind, username, display_name) values ('01900000-0000-7000-8000-000000007070', 'sistem', 'portal', 'Portal warga');

-- What a citizen has typed and not yet sent. Its id becomes the id of the usulan. The code by which she comes back is kept as a keyed
-- hash to find it and sealed to show it again; after sending, the answers are gone and the sealed PIN stays for a day, so that the
-- page with her receipt can be opened again.
create table portal_draft (
  id uuid primary key,
  code_hash text not null unique,
  code_sealed text not null,
  answers jsonb not null default '{}',
  receipt_number text,
  pin_sealed text,
  keep_until date not null,
  changed_at timestamptz not null,
  check ((receipt_number is null) = (pin_sealed is null))
);
create index portal_draft_keep on portal_draft (keep_until);

-- How often an address, or the holder of one receipt number, has tried something since the beginning of a span of time. `subject` is a
-- keyed hash: neither addresses nor receipt numbers stand here.
create table portal_attempt (
  what text not null,
  subject text not null,
  since timestamptz not null,
  count integer not null check (count >= 0),
  primary key (what, subject, since)
);
create index portal_attempt_since on portal_attempt (since);

-- Takes one of `most` tries, or gives false when none is left. Counting before trying, in a statement of its own, leaves no gap for many
-- requests at once.
create function portal_try(wanted text, who text, span_start timestamptz, most integer) returns boolean
language plpgsql security definer as $$
declare taken integer;
begin
  insert into portal_attempt as a values (wanted, who, span_start, 1)
  on conflict (what, subject, since) do update set count = a.count + 1 where a.count < most;
  get diagnostics taken = row_count;
  return taken = 1;
end $$;
-- Gives a try back: it was no failure.
create function portal_untry(wanted text, who text, span_start timestamptz) returns void
language sql security definer as $$
  update portal_attempt a set count = greatest(a.count - 1, 0) where a.what = wanted and a.subject = who and a.since = span_start $$;

-- The draft behind a code: its id alone; the row itself is seen only with that id as receipt.
create function portal_draft_of(wanted text, wanted_day date) returns uuid
language sql stable security definer as $$
  select d.id from portal_draft d where d.code_hash = wanted and d.keep_until >= wanted_day $$;
-- Drafts whose time is over, and tries nobody asks about any more.
create function portal_forget(wanted_day date) returns integer
language plpgsql security definer as $$
declare gone integer;
begin
  delete from portal_draft d where d.keep_until < wanted_day;
  get diagnostics gone = row_count;
  delete from portal_attempt a where a.since < wanted_day - interval '3 days';
  return gone;
end $$;

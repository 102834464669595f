-- Every record that is this person now: her own, and those merged into it, however often.
create function records_of(wanted uuid) returns setof uuid language sql stable as $$
  with recursive r(id) as (select wanted union select p.id from person p join r on p.merged_into = r.id) select id from r $$;
-- The record that stands for this one: itself, or the one it was merged into at last.
create function standing_record(wanted uuid) returns uuid language sql stable as $$
  with recursive r(id, merged_into) as (
    select p.id, p.merged_into from person p where p.id = wanted
    union select p.id, p.merged_into from person p join r on p.id = r.merged_into)
  select id from r where merged_into is null $$;

-- Cases follow a merge: the kept person stands in the cases of the absorbed one, and leaves them again when it is undone. The officer who
-- merges sees neither; only for the merge that names both.
alter table case_person add column through_merge uuid references person_merge;
create index case_person_through_merge on case_person (through_merge) where through_merge is not null;
create function attach_cases(wanted uuid) returns void language sql security definer as $$
  insert into case_person (case_id, person_id, role, through_merge)
  select c.case_id, m.kept, c.role, m.id from person_merge m join case_person c on c.person_id = m.absorbed
  where m.id = wanted and m.undone_at is null on conflict do nothing $$;
create function detach_cases(wanted uuid) returns void language sql security definer as $$
  delete from case_person c using person_merge m where m.id = wanted and m.undone_at is not null and c.through_merge = m.id $$;

-- A merge that something bars now, to be made the day after the bar has ended.
alter table duplicate_pair
  drop constraint duplicate_pair_state_check,
  drop constraint duplicate_pair_check2,
  add constraint duplicate_pair_state_check check (state in ('terbuka', 'tanya', 'menunggu', 'dipesan', 'sama', 'beda')),
  add constraint duplicate_pair_wanted_keep check ((state in ('menunggu', 'dipesan')) = (wanted_keep is not null));

create table merge_booking (
  id uuid primary key,
  pair_id uuid not null references duplicate_pair,
  keep_id uuid not null references person,
  absorb_id uuid not null references person,
  reason text not null default '',
  booked_by uuid not null references account,
  booked_at timestamptz not null,
  second_by uuid references account,
  state text not null default 'dipesan' check (state in ('dipesan', 'jadi', 'gagal', 'batal')),
  -- The first day on which nothing barred it; it is made on a later day.
  free_since date,
  looked_on date,
  -- Why it still waits, or why it was not made.
  outcome text not null default '',
  merge_id uuid references person_merge,
  ended_at timestamptz,
  check (keep_id <> absorb_id),
  check (second_by is null or second_by <> booked_by),
  check ((state = 'dipesan') = (ended_at is null)),
  check ((state = 'jadi') = (merge_id is not null))
);
create unique index merge_booking_open on merge_booking (pair_id) where state = 'dipesan';
create index merge_booking_pair on merge_booking (pair_id);
create index merge_booking_keep on merge_booking (keep_id);
create index merge_booking_absorb on merge_booking (absorb_id);
create index merge_booking_booked_by on merge_booking (booked_by);
create index merge_booking_second_by on merge_booking (second_by);
create index merge_booking_merge on merge_booking (merge_id);
-- What waits for its day acts under an account of its own, without sign-in.
insert into account (id, kind, username, display_name) values ('01900000-0000-7000-8000-000000007125', 'sistem', 'penggabung', 'Penggabungan terpesan')
  on conflict do nothing;

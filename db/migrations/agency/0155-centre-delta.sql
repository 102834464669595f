-- What a file of the centre changed for people and families, one line each, so that the month's answer is read at once and by who may
-- see the person, desa by desa. Made when the file is in; gone with its undo.
create table centre_delta_run (
  import_id uuid primary key references import_file,
  file_kind text not null,
  file_name text not null,
  period text not null,
  -- The period of the file before; null for the first of its kind, against which nothing can be held.
  previous_period text,
  made_at timestamptz not null
);
create index centre_delta_run_period on centre_delta_run (period);
create table centre_delta (
  id bigint generated always as identity primary key,
  import_id uuid not null references centre_delta_run on delete cascade,
  kind text not null check (kind in ('baru', 'hilang', 'desil_naik', 'desil_turun', 'bantuan_baru', 'bantuan_hilang', 'exclude')),
  area_id integer not null,
  person_id uuid references person,
  family_id uuid references family,
  programme text,
  was text,
  becomes text,
  -- As the file says it; null where it does not.
  reason text,
  -- What was found out about an aid that stopped.
  answer text check (answer in ('diusulkan', 'data_salah', 'benar_berhenti', 'tanya_pusat')),
  answer_note text,
  answered_by uuid references account,
  answered_at timestamptz,
  version integer not null default 1,
  check (num_nonnulls(person_id, family_id) >= 1)
);
create index centre_delta_import on centre_delta (import_id, kind, area_id);
create index centre_delta_person on centre_delta (person_id);
create index centre_delta_family on centre_delta (family_id);
create index centre_delta_answered_by on centre_delta (answered_by);

-- The centre's mark that keeps a person off an aid, and the way to have it lifted.
create table exclude_flag (
  id uuid primary key,
  person_id uuid not null references person,
  programme text not null check (programme in ('PKH', 'SEMBAKO', 'PBI', 'SEMUA')),
  period text not null,
  -- The last list that named it.
  seen_period text not null,
  reason text not null,
  import_row_id bigint not null references import_row,
  state text not null default 'terbuka' check (state in ('terbuka', 'diminta', 'dicabut', 'tetap')),
  asked text,
  ticket text,
  asked_by uuid references account,
  asked_at timestamptz,
  answer text,
  answered_on date,
  answered_by uuid references account,
  version integer not null default 1,
  check (state = 'terbuka' or (asked is not null and asked_by is not null and asked_at is not null)),
  check (state not in ('dicabut', 'tetap') or (answer is not null and answered_on is not null))
);
create unique index exclude_flag_open on exclude_flag (person_id, programme) where state in ('terbuka', 'diminta');
create index exclude_flag_person on exclude_flag (person_id);
create index exclude_flag_row on exclude_flag (import_row_id);
create index exclude_flag_asked_by on exclude_flag (asked_by);
create index exclude_flag_answered_by on exclude_flag (answered_by);

-- Takes back what a file's comparison made, also of people the actor may not see: an undo leaves nothing of it.
create function forget_centre_delta(wanted_import uuid) returns void language sql security definer as $$
  delete from centre_delta where import_id = wanted_import;
  delete from centre_delta_run where import_id = wanted_import;
$$;

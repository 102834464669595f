-- Where a desa stands on the agency's grid of equal tiles; a desa without a row is laid out by its kecamatan.
create table area_tile (
  area_id integer primary key,
  grid_column integer not null check (grid_column between 1 and 60),
  grid_row integer not null check (grid_row between 1 and 60),
  unique (grid_column, grid_row)
);

-- Terms somebody tried and gave a name, with what came out: on which register, when, and who would have a place.
create table programme_scenario (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null check (name <> ''),
  note text not null default '',
  terms jsonb not null,
  outcome jsonb not null,
  snapshot_id text not null,
  snapshot_at timestamptz not null,
  -- The clearance it was computed with: who may see less does not see its numbers.
  level integer not null default 0,
  created_by uuid not null references account,
  created_at timestamptz not null,
  removed_at timestamptz
);
create unique index programme_scenario_name on programme_scenario (programme_id, lower(name)) where removed_at is null;
create index programme_scenario_by on programme_scenario (created_by);

-- Who would have a place, in the order of the list.
create table programme_scenario_family (
  scenario_id uuid not null references programme_scenario,
  family_id uuid not null references family,
  no integer not null,
  primary key (scenario_id, family_id)
);
create index programme_scenario_family_family on programme_scenario_family (family_id);

-- A family as an example of what the rules must say: columns only, nobody's name, number or address.
create table programme_case (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null check (name <> ''),
  family jsonb not null,
  members jsonb not null,
  expected text not null check (expected in ('ya', 'tidak', 'belum')),
  reason text not null,
  origin text not null check (origin in ('isian', 'register', 'contoh')),
  -- A failing case may stand with a coded reason, for the very rules it was given under.
  accepted jsonb,
  created_by uuid not null references account,
  created_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1
);
create index programme_case_programme on programme_case (programme_id) where removed_at is null;
create index programme_case_by on programme_case (created_by);

-- Aid in goods: what is handed over; the benefit is then what it costs.
alter table programme_version add column goods jsonb;

create table case_file (
  id uuid primary key,
  alias text not null unique,
  level integer not null check (level between 1 and 3),
  bidang text not null,
  state text not null default 'terbuka' check (state in ('terbuka', 'ditutup')),
  opened_at timestamptz not null default now(),
  opened_by uuid not null references account,
  version integer not null default 1
);
create index case_file_opened_by on case_file (opened_by);

create table person (
  id uuid primary key,
  name text not null,
  name_fold text not null,
  sex text check (sex in ('L', 'P')),
  birth_on date,
  birth_precision text not null default 'tidak_tahu' check (birth_precision in ('hari', 'bulan', 'tahun', 'perkiraan', 'tidak_tahu')),
  birth_place text,
  mother_name text,
  occupation_code integer,
  occupation text,
  phone text,
  life text not null default 'hidup' check (life in ('hidup', 'dilaporkan_meninggal', 'terbukti')),
  died_on date,
  protection integer not null default 0 check (protection between 0 and 3),
  alias text,
  scope_area_id integer not null,
  merged_into uuid references person,
  source text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  check (merged_into <> id),
  check (protection < 2 or alias is not null),
  check ((birth_on is null) = (birth_precision = 'tidak_tahu'))
);
create index person_scope on person (scope_area_id);
create index person_name_trgm on person using gin (name_fold gin_trgm_ops);
create index person_merged_into on person (merged_into) where merged_into is not null;
create index person_protection on person (protection) where protection > 0;

create table person_identifier (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('nik', 'id_dtks', 'id_dtsen', 'nik_desa', 'bpjs', 'kks')),
  value text not null,
  state text not null check (state in ('aktif', 'klaim', 'sengketa', 'nonaktif', 'salah')),
  problem text,
  source text not null,
  during daterange not null default daterange(current_date, null),
  check (kind <> 'nik' or state <> 'aktif' or value ~ '^[0-9]{16}$')
);
create unique index person_identifier_active on person_identifier (kind, value) where state = 'aktif';
create index person_identifier_person on person_identifier (person_id);
create index person_identifier_value on person_identifier (value);

create table no_nik_reason (
  person_id uuid primary key references person,
  code text not null check (code in ('belum_rekam', 'belum_punya', 'hilang', 'tidak_dikenal', 'tidak_tercantum', 'lain')),
  since date not null
);
create table person_name (
  person_id uuid not null references person,
  name text not null,
  kind text not null check (kind in ('resmi', 'alias', 'ejaan', 'gelar')),
  source text not null,
  primary key (person_id, name, kind)
);
create table not_same (
  person_a uuid not null references person,
  person_b uuid not null references person,
  decided_by uuid not null references account,
  at timestamptz not null default now(),
  reason text not null default '',
  primary key (person_a, person_b),
  check (person_a < person_b)
);
create index not_same_b on not_same (person_b);
create index not_same_decided_by on not_same (decided_by);
create table person_merge (
  id uuid primary key,
  kept uuid not null references person,
  absorbed uuid not null references person,
  merged_by uuid not null references account,
  second_by uuid references account,
  at timestamptz not null default now(),
  before jsonb not null,
  undone_at timestamptz,
  undone_by uuid references account,
  check (kept <> absorbed)
);
create index person_merge_kept on person_merge (kept);
create index person_merge_absorbed on person_merge (absorbed);
create index person_merge_merged_by on person_merge (merged_by);
create index person_merge_second_by on person_merge (second_by);
create index person_merge_undone_by on person_merge (undone_by);

create table family (
  id uuid primary key,
  scope_area_id integer not null,
  protection integer not null default 0 check (protection between 0 and 3),
  address text,
  merged_into uuid references family,
  source text not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (merged_into <> id)
);
create index family_scope on family (scope_area_id);
create index family_merged_into on family (merged_into) where merged_into is not null;

create table family_card (
  id uuid primary key,
  family_id uuid not null references family,
  nomor_kk text not null,
  state text not null check (state in ('aktif', 'klaim', 'lama')),
  problem text,
  source text not null,
  during daterange not null default daterange(current_date, null)
);
create unique index family_card_active on family_card (nomor_kk) where state = 'aktif';
create index family_card_family on family_card (family_id);
create index family_card_nomor on family_card (nomor_kk);

create table family_member (
  id uuid primary key,
  family_id uuid not null references family,
  person_id uuid not null references person,
  shdk integer check (shdk between 1 and 11),
  during daterange not null default daterange(current_date, null),
  source text not null,
  state text not null check (state in ('sah', 'klaim')),
  exclude using gist (person_id with =, during with &&) where (state = 'sah')
);
create unique index family_member_head on family_member (family_id) where shdk = 1 and upper_inf(during) and state = 'sah';
create index family_member_family on family_member (family_id);
create index family_member_person on family_member (person_id);

create table household (
  id uuid primary key,
  scope_area_id integer not null
);
create table household_family (
  household_id uuid not null references household,
  family_id uuid not null references family,
  during daterange not null,
  primary key (household_id, family_id, during)
);
create index household_family_family on household_family (family_id);
create table dwelling (
  id uuid primary key,
  area_id integer not null,
  address text not null,
  latitude double precision,
  longitude double precision,
  accuracy_m double precision
);
create table residence (
  id uuid primary key,
  family_id uuid references family,
  person_id uuid references person,
  dwelling_id uuid not null references dwelling,
  kind text not null check (kind in ('domisili', 'ktp', 'sementara', 'dilindungi')),
  during daterange not null,
  check (num_nonnulls(family_id, person_id) = 1)
);
create index residence_family on residence (family_id);
create index residence_person on residence (person_id);
create index residence_dwelling on residence (dwelling_id);

create table form (
  id text primary key,
  name text not null
);
create table form_version (
  form_id text not null references form,
  no integer not null,
  definition jsonb not null,
  hash text not null,
  published_at timestamptz not null default now(),
  primary key (form_id, no)
);
-- What is known, by whom, when, from where. A correction is a new set that supersedes the old one; nothing is overwritten.
create table observation_set (
  id uuid primary key,
  person_id uuid references person,
  family_id uuid references family,
  form_id text,
  form_no integer,
  observed_on date not null,
  source text not null check (source in ('dukcapil', 'siks', 'verval', 'usulan', 'opd', 'petugas')),
  observer uuid references account,
  evidence jsonb,
  supersedes uuid references observation_set,
  usulan_id uuid,
  recorded_at timestamptz not null default now(),
  foreign key (form_id, form_no) references form_version (form_id, no),
  check (num_nonnulls(person_id, family_id) = 1)
);
create index observation_set_person on observation_set (person_id);
create index observation_set_family on observation_set (family_id);
create index observation_set_observer on observation_set (observer);
create index observation_set_supersedes on observation_set (supersedes);
create index observation_set_form on observation_set (form_id, form_no);
create table observation (
  set_id uuid not null references observation_set,
  field text not null,
  value jsonb,
  unknown text check (unknown in ('tidak_tahu', 'menolak', 'belum_ditanya', 'usang')),
  primary key (set_id, field),
  check (num_nonnulls(value, unknown) = 1)
);
-- Derived: the fact in force per subject and field, by the precedence of sources; past stale_on it counts as unknown (usang).
create table current_fact (
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'family')),
  field text not null,
  value jsonb,
  unknown text,
  observed_on date not null,
  source text not null,
  stale_on date,
  set_id uuid not null references observation_set,
  primary key (subject_id, field)
);
create index current_fact_set on current_fact (set_id);
create table source_precedence (
  field text not null,
  source text not null,
  rank integer not null,
  max_age_months integer,
  primary key (field, source)
);

create table import_file (
  id uuid primary key,
  kind text not null,
  name text not null,
  file_id uuid not null references file,
  sha256 text not null,
  period text,
  state text not null check (state in ('diunggah', 'membaca', 'dipetakan', 'diperiksa', 'siap', 'memasukkan', 'selesai', 'dibatalkan', 'membatalkan', 'gagal')),
  mapping jsonb,
  previous_id uuid references import_file,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  counts jsonb not null default '{}',
  failure text,
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  version integer not null default 1
);
create unique index import_file_once on import_file (kind, sha256) where state <> 'dibatalkan';
create index import_file_file on import_file (file_id);
create index import_file_previous on import_file (previous_id);
create index import_file_uploaded_by on import_file (uploaded_by);
create table import_row (
  id bigint generated always as identity primary key,
  import_id uuid not null references import_file,
  no integer not null,
  cells jsonb not null,
  parsed jsonb,
  verdict text not null default 'belum' check (verdict in ('belum', 'siap', 'ragu', 'kembali')),
  reasons jsonb not null default '[]',
  change text check (change in ('baru', 'berubah', 'tetap', 'tidak_tercantum')),
  row_key text,
  person_id uuid,
  family_id uuid,
  before jsonb,
  committed_at timestamptz,
  undone_at timestamptz,
  unique (import_id, no)
);
create index import_row_verdict on import_row (import_id, verdict);
create index import_row_key on import_row (import_id, row_key);
create index import_row_person on import_row (person_id);

-- The centre's products have one writer: the import of the centre's file.
create table centre_rank (
  id uuid primary key,
  family_id uuid not null references family,
  source text not null default 'DTSEN' check (source = 'DTSEN'),
  period text not null,
  desil integer not null check (desil between 1 and 10),
  import_row_id bigint not null references import_row,
  unique (family_id, period)
);
create index centre_rank_row on centre_rank (import_row_id);
create table centre_status (
  id uuid primary key,
  person_id uuid not null references person,
  programme text not null check (programme in ('PKH', 'SEMBAKO', 'SEMBAKO_PPKM', 'PBI', 'DTSEN')),
  period text not null,
  status text not null,
  flag_exclude text,
  reason text,
  import_row_id bigint not null references import_row,
  unique (person_id, programme, period)
);
create index centre_status_row on centre_status (import_row_id);
create table local_score (
  family_id uuid not null references family,
  card_version text not null,
  run_id uuid not null,
  score integer,
  missing text[] not null default '{}',
  primary key (family_id, card_version, run_id)
);

create table assessment_ppks (
  id uuid primary key,
  person_id uuid references person,
  family_id uuid references family,
  code text not null,
  during daterange not null,
  basis text not null,
  level integer not null default 0 check (level between 0 and 3),
  case_id uuid references case_file,
  check (num_nonnulls(person_id, family_id) = 1),
  check (level < 2 or case_id is not null)
);
create index assessment_ppks_person on assessment_ppks (person_id);
create index assessment_ppks_family on assessment_ppks (family_id);
create index assessment_ppks_case on assessment_ppks (case_id);

create table data_issue (
  id uuid primary key,
  kind text not null check (kind in ('tanpa_nik', 'nik_tidak_sah', 'nik_dipakai_orang_lain', 'kk_tanpa_kepala', 'kk_dua_kepala', 'kk_dipakai_keluarga_lain', 'usang')),
  person_id uuid references person,
  family_id uuid references family,
  desa_id integer not null,
  detail text not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references account,
  close_note text
);
create unique index data_issue_open_person on data_issue (kind, person_id) where closed_at is null and person_id is not null;
create unique index data_issue_open_family on data_issue (kind, family_id) where closed_at is null and person_id is null;
create index data_issue_desa on data_issue (desa_id, kind) where closed_at is null;
create index data_issue_person on data_issue (person_id);
create index data_issue_family on data_issue (family_id);
create index data_issue_closed_by on data_issue (closed_by);

-- Casework: the tables exist from day one so that level 3 is real. Case content is readable by the case team only.
create table case_person (
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  role text not null check (role in ('korban', 'pelaku', 'keluarga', 'klien')),
  primary key (case_id, person_id)
);
create index case_person_person on case_person (person_id);
create table case_access (
  id uuid primary key,
  case_id uuid not null references case_file,
  account_id uuid not null references account,
  kind text not null check (kind in ('tim', 'darurat')),
  reason text not null,
  granted_by uuid references account,
  granted_at timestamptz not null default now(),
  until timestamptz,
  revoked_at timestamptz
);
create index case_access_case on case_access (case_id);
create index case_access_account on case_access (account_id);
create index case_access_granted_by on case_access (granted_by);
create table case_note (
  id uuid primary key,
  case_id uuid not null references case_file,
  body_encrypted bytea not null,
  written_by uuid not null references account,
  written_at timestamptz not null default now()
);
create index case_note_case on case_note (case_id);
create index case_note_written_by on case_note (written_by);

create table usulan (
  id uuid primary key,
  no_publik text not null unique,
  pin_hash text,
  kind text not null check (kind in ('baru', 'perubahan', 'tambah_anggota', 'keluar_anggota', 'pindah_masuk', 'pindah_keluar', 'meninggal', 'pecah_kk', 'gabung_kk', 'mampu', 'sanggah', 'reaktivasi_pbi', 'pengaduan')),
  track text[] not null default '{}' check (track <@ array['pusat', 'daerah']),
  subject_person_id uuid references person,
  subject_family_id uuid references family,
  draft jsonb,
  channel text not null check (channel in ('rt', 'portal', 'kelurahan', 'psm', 'dinsos', 'cek_bansos', 'musrenbang', 'roadshow')),
  reporter_account uuid references account,
  reporter_name text,
  relation text not null,
  consent text not null check (consent in ('tertulis', 'lisan_saksi', 'cap_jempol', 'daring')),
  reason text not null,
  skip_rt boolean not null default false,
  state text not null check (state in ('berjalan', 'menunggu_pelengkapan', 'disetujui', 'ditolak', 'ditarik')),
  stage text check (stage in ('periksa', 'verval', 'musyawarah', 'verifikasi')),
  stage_no integer,
  asked text,
  outcome_code text,
  outcome_text text,
  citizen_clock_from timestamptz not null,
  stage_since timestamptz not null,
  due_on date not null,
  area_id integer not null,
  protection integer not null default 0 check (protection between 0 and 3),
  assigned_to uuid references account,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (subject_person_id is not null or draft is not null),
  check ((state in ('berjalan', 'menunggu_pelengkapan')) = (stage is not null))
);
create unique index usulan_one_open on usulan (subject_person_id, kind) where state in ('berjalan', 'menunggu_pelengkapan') and subject_person_id is not null;
create index usulan_queue on usulan (stage, area_id, citizen_clock_from) where state = 'berjalan';
create index usulan_area on usulan (area_id);
create index usulan_reporter on usulan (reporter_account);
create index usulan_family on usulan (subject_family_id);
create index usulan_person on usulan (subject_person_id);
create index usulan_assigned on usulan (assigned_to);
alter table observation_set add foreign key (usulan_id) references usulan;
create index observation_set_usulan on observation_set (usulan_id);

create table usulan_event (
  id uuid primary key,
  usulan_id uuid not null references usulan,
  event text not null,
  from_state text,
  to_state text not null,
  stage text,
  reason_code text,
  text text not null default '',
  citizen_text text not null default '',
  by_account uuid references account,
  by_role text,
  at timestamptz not null default now()
);
create index usulan_event_usulan on usulan_event (usulan_id, at);
create index usulan_event_by on usulan_event (by_account);
create table usulan_file (
  usulan_id uuid not null references usulan,
  file_id uuid not null references file,
  kind text not null check (kind in ('ktp', 'kk', 'rumah', 'listrik', 'surat', 'lain')),
  primary key (usulan_id, file_id)
);
create index usulan_file_file on usulan_file (file_id);
create table objection_secret (
  usulan_id uuid primary key references usulan,
  objector_name text not null,
  objector_phone text
);

create table musyawarah (
  id uuid primary key,
  kind text not null check (kind in ('musdes', 'muskel', 'sptjm')),
  on_date date not null,
  area_id integer not null,
  place text not null,
  leader text not null,
  notes text not null default '',
  state text not null default 'disiapkan' check (state in ('disiapkan', 'selesai')),
  number text,
  ba_hash text,
  scan_file uuid references file,
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index musyawarah_area on musyawarah (area_id);
create index musyawarah_scan on musyawarah (scan_file);
create index musyawarah_created_by on musyawarah (created_by);
create table musyawarah_attendance (
  musyawarah_id uuid not null references musyawarah,
  no integer not null,
  name text not null,
  role text not null,
  conflict_note text,
  primary key (musyawarah_id, no)
);
create table musyawarah_item (
  musyawarah_id uuid not null references musyawarah,
  usulan_id uuid not null references usulan,
  no integer not null,
  verdict text check (verdict in ('disepakati', 'ditolak', 'ditunda')),
  reason text not null default '',
  primary key (musyawarah_id, usulan_id)
);
create index musyawarah_item_usulan on musyawarah_item (usulan_id);

create table decree (
  id uuid primary key,
  kind text not null check (kind in ('pengesahan', 'penetapan', 'perubahan')),
  title text not null,
  number text,
  on_date date,
  position_holder_id uuid references position_holder,
  signatory text,
  file_id uuid references file,
  content_hash text not null,
  paraf jsonb not null default '[]',
  state text not null check (state in ('rancangan', 'paraf', 'ditandatangani', 'berlaku', 'dicabut')),
  prepared_by uuid not null references account,
  in_force_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (state not in ('ditandatangani', 'berlaku') or (number is not null and on_date is not null and signatory is not null))
);
create unique index decree_number on decree (kind, number) where number is not null and state <> 'dicabut';
create index decree_holder on decree (position_holder_id);
create index decree_file on decree (file_id);
create index decree_prepared_by on decree (prepared_by);

create table batch (
  id uuid primary key,
  period text not null,
  state text not null check (state in ('disusun', 'dikirim', 'disahkan')),
  decree_id uuid references decree,
  replaces uuid references batch,
  rows_hash text,
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index batch_decree on batch (decree_id);
create index batch_replaces on batch (replaces);
create index batch_created_by on batch (created_by);
create table batch_item (
  batch_id uuid not null references batch,
  usulan_id uuid not null references usulan,
  no integer not null,
  evidence_hash text not null,
  primary key (batch_id, usulan_id)
);
create index batch_item_usulan on batch_item (usulan_id);

create table centre_submission (
  usulan_id uuid primary key references usulan,
  batch_id uuid not null references batch,
  keyed_by uuid references account,
  keyed_at timestamptz,
  ticket text,
  result text check (result in ('padan', 'tidak_padan', 'ditetapkan', 'ditolak', 'tetap')),
  result_reason text,
  result_at timestamptz,
  result_row_id bigint references import_row,
  told_at timestamptz
);
create unique index centre_submission_ticket on centre_submission (ticket) where ticket is not null;
create index centre_submission_batch on centre_submission (batch_id);
create index centre_submission_keyed_by on centre_submission (keyed_by);
create index centre_submission_row on centre_submission (result_row_id);

-- What the citizen is told. The portal shows it; messages never carry a full NIK.
create table notice (
  id uuid primary key,
  usulan_id uuid references usulan,
  family_id uuid references family,
  text text not null,
  at timestamptz not null default now(),
  read_at timestamptz
);
create index notice_usulan on notice (usulan_id);
create index notice_family on notice (family_id);

-- A matter for an officer that belongs to no queue of its own (an identifier taken elsewhere, a change of pengurus, an incident).
create table task (
  id uuid primary key,
  kind text not null,
  title text not null,
  detail text not null default '',
  level integer not null default 0 check (level between 0 and 3),
  area_id integer not null,
  subject_person_id uuid references person,
  usulan_id uuid references usulan,
  role text not null,
  state text not null default 'terbuka' check (state in ('terbuka', 'selesai')),
  due_on date,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references account,
  close_note text
);
create index task_open on task (role, area_id) where state = 'terbuka';
create index task_person on task (subject_person_id);
create index task_usulan on task (usulan_id);
create index task_closed_by on task (closed_by);

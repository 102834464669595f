-- Which desks a proposal passes, in which order, and who acts there: the agency's configuration (villages deliberate before the field
-- check in some regions, after it in others). An order is never edited: a change is a new order, and a proposal finishes under
-- the order it began with.
create table stage_order (
  no integer primary key check (no > 0),
  name text not null,
  active boolean not null default false,
  made_by uuid references account,
  made_at timestamptz not null default now()
);
create unique index stage_order_active on stage_order (active) where active;
create index stage_order_made_by on stage_order (made_by);
create table agency_stage (
  order_no integer not null references stage_order,
  no integer not null check (no > 0),
  stage text not null check (stage in ('periksa', 'verval', 'musyawarah', 'verifikasi')),
  roles text[] not null check (cardinality(roles) > 0),
  office_days integer not null check (office_days between 1 and 90),
  skip_kinds text[] not null default '{}',
  primary key (order_no, no),
  unique (order_no, stage)
);
comment on column agency_stage.roles is 'Roles that may act here; the first is the one the citizen reads.';
comment on column agency_stage.skip_kinds is 'Kinds of usulan that pass this stage by.';

insert into stage_order (no, name, active) values (1, 'Verval sebelum musyawarah', true), (2, 'Musyawarah sebelum verval', false);
insert into agency_stage (order_no, no, stage, roles, office_days, skip_kinds) values
  (1, 1, 'periksa', '{operator_desa}', 3, '{}'),
  (1, 2, 'verval', '{operator_desa,psm,verifikator}', 7, '{pengaduan,reaktivasi_pbi,meninggal}'),
  (1, 3, 'musyawarah', '{operator_desa,lurah_kades}', 10, '{pengaduan,reaktivasi_pbi,meninggal,sanggah,pindah_masuk,pindah_keluar,tambah_anggota,keluar_anggota,pecah_kk,gabung_kk}'),
  (1, 4, 'verifikasi', '{verifikator,kabid}', 5, '{}'),
  (2, 1, 'periksa', '{operator_desa}', 3, '{}'),
  (2, 2, 'musyawarah', '{operator_desa,lurah_kades}', 10, '{pengaduan,reaktivasi_pbi,meninggal,sanggah,pindah_masuk,pindah_keluar,tambah_anggota,keluar_anggota,pecah_kk,gabung_kk}'),
  (2, 3, 'verval', '{operator_desa,psm,verifikator}', 7, '{pengaduan,reaktivasi_pbi,meninggal}'),
  (2, 4, 'verifikasi', '{verifikator,kabid}', 5, '{}');

-- The month of the desk: what must be done by which day. Days beyond the end of a short month fall on its last day.
create table month_mark (
  id uuid primary key,
  day integer not null check (day between 1 and 31),
  label_id text not null,
  label_en text not null
);
insert into month_mark (id, day, label_id, label_en) values
  ('01900000-0000-7000-8000-000000000001', 11, 'Batas mengetik usulan', 'Last day to key proposals'),
  ('01900000-0000-7000-8000-000000000002', 14, 'Batas musdes/muskel', 'Last day for deliberation'),
  ('01900000-0000-7000-8000-000000000003', 17, 'Batas pembaruan (cut-off)', 'Cut-off of updates'),
  ('01900000-0000-7000-8000-000000000004', 18, 'Data ditarik pusat', 'Centre pulls the figures');

-- area_id is always the desa or kelurahan, so that counts per desa add up; the RT stands beside it.
alter table usulan
  add column order_no integer not null default 1 references stage_order,
  add column rt_area_id integer,
  add column promised_on date not null default current_date,
  add column draft_fold text not null default '',
  add column draft_birth_on date,
  add column returns integer not null default 0;
comment on column usulan.promised_on is 'The citizen’s clock: office days of all stages, counted from the first submission. No return moves it.';
create index usulan_order on usulan (order_no);
create index usulan_look_alike on usulan (area_id, draft_fold) where state in ('berjalan', 'menunggu_pelengkapan');
create index usulan_waiting on usulan (area_id) where state = 'menunggu_pelengkapan';

-- A visit and what came of it. The answers to the nine criteria are an observation set of the registry.
create table verval (
  id uuid primary key,
  usulan_id uuid not null references usulan,
  visited_on date not null,
  result text not null check (result in ('terkonfirmasi', 'tidak_ditemukan', 'meninggal', 'pindah', 'menolak')),
  respondent text not null default '',
  notes text not null default '',
  set_id uuid references observation_set,
  by_account uuid not null references account,
  at timestamptz not null
);
create index verval_usulan on verval (usulan_id, at);
create index verval_set on verval (set_id);
create index verval_by on verval (by_account);

-- Wrong PINs of a receipt: ten in a day lock it until the next. Written by open_receipt only.
create table receipt_miss (
  usulan_id uuid not null references usulan,
  on_date date not null,
  count integer not null,
  primary key (usulan_id, on_date)
);

-- The door of the citizen's status page. Runs as the owner because nobody is known yet; it gives the id and the salted hash of one
-- receipt number and nothing of the person.
create function receipt_secret(wanted text, wanted_day date) returns table (usulan_id uuid, pin_hash text, misses integer)
language sql stable security definer as $$
  select u.id, u.pin_hash, coalesce((select m.count from receipt_miss m where m.usulan_id = u.id and m.on_date = wanted_day), 0)
  from usulan u where u.no_publik = wanted $$;
create function note_receipt_miss(missed uuid, wanted_day date) returns void
language sql security definer as $$
  insert into receipt_miss values (missed, wanted_day, 1)
  on conflict (usulan_id, on_date) do update set count = receipt_miss.count + 1 $$;
-- Who objects is written once and read only at clearance 2 and above; whoever takes the objection in cannot read it back.
create function keep_objector(objection uuid, name text, phone text) returns void
language sql security definer as $$ insert into objection_secret values (objection, name, phone) $$;

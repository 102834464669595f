-- One agency = one schema. The runner sets search_path to (agency schema, ref, public) before this file.

create table agency (
  id integer primary key default 1 check (id = 1),
  slug text not null,
  name text not null,
  level text not null check (level in ('provinsi', 'kabupaten', 'kota')),
  area_id integer not null references ref.area,
  zone text not null check (zone in ('WIB', 'WITA', 'WIT')),
  head_of_region text not null,
  letter_head jsonb not null default '{}',
  settings jsonb not null default '{}',
  is_demo boolean not null default false
);

-- Below the desa: dusun, RW, RT. Ids start above every ref.area id so that one integer names any place.
create sequence area_local_id start 10000001;
create table area_local (
  id integer primary key default nextval('area_local_id'),
  kind text not null check (kind in ('dusun', 'rw', 'rt')),
  desa_id integer not null references ref.area,
  parent_id integer references area_local,
  number text not null,
  during daterange not null default daterange(current_date, null),
  unique (desa_id, parent_id, kind, number)
);
create index area_local_parent on area_local (parent_id);

create table area_event (
  id uuid primary key,
  decree text not null,
  on_date date not null,
  kind text not null check (kind in ('mekar', 'gabung', 'pindah_induk', 'ganti_status', 'ganti_nama', 'keluar'))
);
create table area_event_part (
  event_id uuid not null references area_event,
  from_area integer not null references ref.area,
  to_area integer references ref.area,
  note text not null default '',
  unique (event_id, from_area, to_area)
);
create index area_event_part_from on area_event_part (from_area);
create index area_event_part_to on area_event_part (to_area);

-- Current closure of this agency's territory, from its own area down to RT. Rebuilt after every event.
create table area_tree (
  ancestor_id integer not null,
  descendant_id integer not null,
  depth integer not null,
  primary key (ancestor_id, descendant_id)
);
create index area_tree_descendant on area_tree (descendant_id);

create table area (
  id integer primary key,
  kind text not null check (kind in ('prov', 'kab', 'kec', 'desa', 'dusun', 'rw', 'rt')),
  name text not null,
  jenis text,
  parent_id integer,
  desa_id integer,
  kec_id integer,
  kode text,
  kode_bps text,
  label text not null,
  search text not null
);
comment on table area is 'Projection of today over ref.area_now and area_local for this agency: one row a place it serves.';
create index area_parent on area (parent_id);
create index area_desa on area (desa_id);
create index area_search on area using gin (search gin_trgm_ops);
create unique index area_kode on area (kode) where kode is not null;

create table position (
  id uuid primary key,
  name text not null,
  bidang text check (bidang in ('sekretariat', 'rehabilitasi', 'pemberdayaan', 'linjamsos', 'bencana')),
  level text not null check (level in ('kepala', 'sekretaris', 'kabid', 'kasi', 'pelaksana', 'lurah_kades', 'kepala_daerah', 'mitra')),
  signs boolean not null default false
);

create table staff (
  id uuid primary key,
  name text not null,
  nip text,
  phone text
);

create table position_holder (
  id uuid primary key,
  position_id uuid not null references position,
  staff_id uuid not null references staff,
  kind text not null check (kind in ('definitif', 'plt', 'plh')),
  during daterange not null,
  sk text not null,
  exclude using gist (position_id with =, during with &&)
);
create index position_holder_staff on position_holder (staff_id);

create table account (
  id uuid primary key,
  user_id uuid unique,
  kind text not null check (kind in ('staf', 'rt', 'psm', 'mitra', 'sistem')),
  username text not null unique,
  display_name text not null,
  staff_id uuid references staff,
  expires_on date,
  closed_at timestamptz,
  language text not null default 'id' check (language in ('id', 'en')),
  version integer not null default 1,
  check (kind not in ('rt', 'psm') or expires_on is not null)
);
create index account_staff on account (staff_id);

create table assignment (
  id uuid primary key,
  account_id uuid not null references account,
  role text not null,
  area_id integer not null,
  bidang text,
  clearance integer not null default 0 check (clearance between 0 and 3),
  during daterange not null,
  basis text not null
);
create index assignment_account on assignment (account_id);

create table delegation (
  id uuid primary key,
  from_position uuid not null references position,
  to_position uuid not null references position,
  capability text not null,
  during daterange not null,
  document text not null
);
create index delegation_from on delegation (from_position);
create index delegation_to on delegation (to_position);

create table file (
  id uuid primary key,
  sha256 text not null,
  bytes bigint not null check (bytes >= 0),
  kind text not null,
  media_type text not null,
  name text not null,
  level integer not null default 0 check (level between 0 and 3),
  area_id integer,
  keep_until date,
  uploaded_by uuid references account,
  uploaded_at timestamptz not null default now()
);
create index file_sha256 on file (sha256);
create index file_uploaded_by on file (uploaded_by);

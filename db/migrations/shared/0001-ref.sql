-- Territory shared by all agencies of this installation. Identity is an id; names, codes and parents are dated (ADR 0004).
create schema ref;

create table ref.area (
  id integer primary key,
  kind text not null check (kind in ('negara', 'prov', 'kab', 'kec', 'desa'))
);
comment on table ref.area is 'Identity of a territory down to desa/kelurahan. Never reused, never renamed: see area_version.';

create table ref.area_version (
  area_id integer not null references ref.area,
  during daterange not null,
  name text not null,
  jenis text check (jenis in ('kabupaten', 'kota', 'kelurahan', 'desa', 'desa_adat')),
  parent_id integer references ref.area,
  constraint area_version_one_at_a_time exclude using gist (area_id with =, during with &&)
);
create index area_version_parent on ref.area_version (parent_id);

create table ref.area_code (
  area_id integer not null references ref.area,
  system text not null check (system in ('kemendagri', 'bps', 'siks')),
  code text not null,
  during daterange not null,
  constraint area_code_one_at_a_time exclude using gist (code with =, system with =, during with &&)
);
create index area_code_area on ref.area_code (area_id, system);

create table ref.area_now (
  id integer primary key,
  kind text not null,
  name text not null,
  jenis text,
  parent_id integer,
  kode text not null,
  kode_bps text,
  label text not null,
  search text not null
);
comment on table ref.area_now is 'Projection of today: name, parent, codes and the folded text one types. Rebuilt after every area event.';
create index area_now_parent on ref.area_now (parent_id);
create unique index area_now_kode on ref.area_now (kode);

create table ref.holiday (
  on_date date primary key,
  name text not null,
  kind text not null check (kind in ('nasional', 'cuti_bersama')),
  source text not null
);

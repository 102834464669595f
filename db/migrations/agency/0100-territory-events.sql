-- What changed in the territory: recorded with its legal basis, kept as dated versions, never overwritten.
alter table area add column ended_on date;
drop index area_kode;
create unique index area_kode on area (kode) where kode is not null and ended_on is null;

-- An RT that a file names was there before the file: its life begins with the generation of codes in use.
alter table area_local alter column during set default daterange('2025-01-01', null);
update area_local set during = daterange(least(lower(during), '2025-01-01'), upper(during));
alter table area_local drop constraint area_local_desa_id_parent_id_kind_number_key;
create unique index area_local_one_number on area_local (desa_id, parent_id, kind, number) nulls not distinct where upper_inf(during);

create table area_local_version (
  area_id integer not null references area_local,
  during daterange not null,
  number text not null,
  parent_id integer references area_local,
  desa_id integer not null references ref.area,
  constraint area_local_version_one_at_a_time exclude using gist (area_id with =, during with &&)
);
create index area_local_version_area on area_local_version (area_id);
create index area_local_version_parent on area_local_version (parent_id);
create index area_local_version_desa on area_local_version (desa_id);
insert into area_local_version select id, during, number, parent_id, desa_id from area_local;

alter table area_event
  add column decree_on date,
  add column recorded_by uuid references account,
  add column recorded_at timestamptz not null default now(),
  drop constraint area_event_kind_check,
  add constraint area_event_kind_check
    check (kind in ('mekar', 'gabung', 'pindah_induk', 'ganti_status', 'ganti_nama', 'keluar', 'baru', 'bubar'));
create index area_event_recorded_by on area_event (recorded_by);
-- RT and RW change too: a part names any place by its id.
alter table area_event_part
  drop constraint area_event_part_from_area_fkey,
  drop constraint area_event_part_to_area_fkey,
  alter column from_area drop not null,
  add column recorded_at timestamptz not null default now();

-- The reference is shared by all agencies and belongs to none. These acts change one place below the agency of the schema they live in.
create function territory_check(wanted integer) returns void language plpgsql stable security definer as $$
begin
  if wanted is null or not (wanted = any (guard_areas())) then raise exception 'area % lies outside this agency', wanted; end if;
end $$;

create function reference_version(wanted integer, from_day date, new_name text, new_jenis text, new_parent integer) returns void
language plpgsql security definer as $$
begin
  perform territory_check(wanted);
  perform territory_check(new_parent);
  update ref.area_version set during = daterange(lower(during), from_day) where area_id = wanted and upper_inf(during) and lower(during) < from_day;
  if not found then raise exception 'area % has no version before %', wanted, from_day; end if;
  insert into ref.area_version values (wanted, daterange(from_day, null), new_name, new_jenis, new_parent);
end $$;

create function reference_code(wanted integer, from_day date, wanted_system text, new_code text) returns void
language plpgsql security definer as $$
begin
  perform territory_check(wanted);
  update ref.area_code set during = daterange(lower(during), from_day)
    where area_id = wanted and system = wanted_system and upper_inf(during) and lower(during) < from_day;
  insert into ref.area_code (area_id, system, code, during) values (wanted, wanted_system, new_code, daterange(from_day, null));
end $$;

create function reference_begin(from_day date, new_kind text, new_name text, new_jenis text, new_parent integer, new_code text, new_bps text) returns integer
language plpgsql security definer as $$
declare made integer;
begin
  perform territory_check(new_parent);
  perform pg_advisory_xact_lock(990172);
  select max(id) + 1 into made from ref.area;
  insert into ref.area values (made, new_kind);
  insert into ref.area_version values (made, daterange(from_day, null), new_name, new_jenis, new_parent);
  insert into ref.area_code (area_id, system, code, during)
    select made, s.system, s.code, daterange(from_day, null) from (values ('kemendagri', new_code), ('bps', new_bps)) as s(system, code) where s.code is not null;
  return made;
end $$;

create function reference_end(wanted integer, from_day date) returns void
language plpgsql security definer as $$
begin
  perform territory_check(wanted);
  update ref.area_version set during = daterange(lower(during), from_day) where area_id = wanted and upper_inf(during) and lower(during) < from_day;
  if not found then raise exception 'area % has no version before %', wanted, from_day; end if;
  update ref.area_code set during = daterange(lower(during), greatest(from_day, lower(during) + 1)) where area_id = wanted and upper_inf(during);
end $$;

-- Today's row of each place that an event touched, as the action made it from the versions.
create function reference_now(rows jsonb) returns void
language plpgsql security definer as $$
begin
  perform territory_check(r.parent_id) from jsonb_to_recordset(rows) as r(parent_id integer);
  -- A successor may take the code that another row of this list gives up.
  update ref.area_now n set ended_on = r.ended_on from jsonb_to_recordset(rows) as r(id integer, ended_on date) where n.id = r.id and r.ended_on is not null;
  insert into ref.area_now (id, kind, name, jenis, parent_id, kode, kode_bps, label, search, ended_on)
    select r.id, r.kind, r.name, r.jenis, r.parent_id, r.kode, r.kode_bps, r.label, r.search, r.ended_on
    from jsonb_to_recordset(rows) as r(id integer, kind text, name text, jenis text, parent_id integer, kode text, kode_bps text, label text, search text, ended_on date)
  on conflict (id) do update set name = excluded.name, jenis = excluded.jenis, parent_id = excluded.parent_id, kode = excluded.kode,
    kode_bps = excluded.kode_bps, label = excluded.label, search = excluded.search, ended_on = excluded.ended_on;
end $$;

-- Families that name an ended place itself (no RT) go on in its successor, protected ones too, whom the recording officer does not see.
-- `chosen`: these families; null: all, and whoever lives there without a family.
create function territory_place_families(from_area integer, to_area integer, chosen uuid[], moment timestamptz) returns void
language plpgsql security definer as $$
begin
  perform territory_check(from_area);
  perform territory_check(to_area);
  update person p set scope_area_id = to_area, updated_at = moment
    where p.scope_area_id = from_area and (chosen is null or exists (
      select 1 from family_member m where m.person_id = p.id and m.family_id = any (chosen) and upper_inf(m.during)));
  update dwelling d set area_id = to_area where d.area_id = from_area and (chosen is null or exists (
    select 1 from residence r where r.dwelling_id = d.id and r.family_id = any (chosen)));
  update household h set scope_area_id = to_area where h.scope_area_id = from_area and (chosen is null or exists (
    select 1 from household_family x where x.household_id = h.id and x.family_id = any (chosen)));
  update family f set scope_area_id = to_area where f.scope_area_id = from_area and (chosen is null or f.id = any (chosen));
end $$;

-- Findings about data quality are counted per desa: they follow their people and families to the desa of today.
create function territory_refresh_findings() returns void
language sql security definer as $$
  update data_issue i set desa_id = a.desa_id
  from (select d.id, coalesce(p.scope_area_id, f.scope_area_id) as area_id from data_issue d
        left join person p on p.id = d.person_id left join family f on f.id = d.family_id where d.closed_at is null) s
  join area a on a.id = s.area_id
  where i.id = s.id and a.desa_id is not null and a.desa_id <> i.desa_id
$$;

-- The same question as before, asked number by number and row by row: each is one step down the index of numbers, whatever the planner
-- believes of a table that an import is just filling.
create or replace function import_targets(wanted_import uuid, wanted jsonb)
returns table (no integer, via text, person_id uuid, protection integer, likeness real, same_birth boolean, family_id uuid, life text)
language sql stable security definer as $$
  with recursive asked as (
    select r.no, r.previous, r.id_dtks, r.nik, r.fold, r.birth
    from jsonb_to_recordset(wanted) as r(no integer, previous uuid, id_dtks text, nik text, fold text, birth date)
  ), found as (
    select a.no, 'riwayat' as via, a.previous as id, a.fold, a.birth from asked a where a.previous is not null
    union all
    select a.no, 'id_dtks', i.person_id, a.fold, a.birth from asked a
    cross join lateral (select n.person_id from person_identifier n where n.kind = 'id_dtks' and n.value = a.id_dtks and n.state = 'aktif' limit 1) i
    where a.previous is null and not exists (select 1 from import_row m where m.person_id = i.person_id and m.import_id = wanted_import)
    union all
    select a.no, 'nik', i.person_id, a.fold, a.birth from asked a
    cross join lateral (select n.person_id from person_identifier n where n.kind = 'nik' and n.value = a.nik and n.state = 'aktif' limit 1) i
    where a.previous is null and not exists (select 1 from import_row m where m.person_id = i.person_id and m.import_id = wanted_import)
  ), kept as (
    select f.no, f.via, f.id, f.fold, f.birth, 0 as step from found f
    union all
    select k.no, k.via, p.merged_into, k.fold, k.birth, k.step + 1 from kept k join person p on p.id = k.id
    where p.merged_into is not null and k.step < 10
  )
  select k.no, k.via, p.id, p.protection, similarity(p.name_fold, k.fold), coalesce(p.birth_on = k.birth, p.birth_on is null or k.birth is null),
         (select m.family_id from family_member m where m.person_id = p.id and m.state = 'sah' and upper_inf(m.during)), p.life
  from kept k join person p on p.id = k.id where p.merged_into is null
$$;

-- A first import fills empty tables within minutes. Until they are looked at again the planner takes them for empty and reads them whole
-- for every row; the machine's own look comes once a minute at best.
create function import_analyze() returns void
language plpgsql security definer as $$
begin
  analyze person, person_identifier, family, family_card, family_member, data_issue, centre_status, centre_rank, import_row, import_cells;
end $$;

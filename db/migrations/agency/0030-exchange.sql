-- The text of a row (as it came, as it was read, why it is doubtful) is written once; what is decided about it changes with every stage.
-- Apart, a stage rewrites narrow rows only.
create table import_cells (
  row_id bigint primary key references import_row on delete cascade,
  cells jsonb not null,
  parsed jsonb,
  reasons jsonb not null default '[]'
);
drop index import_row_key;
alter table import_row
  drop column cells,
  drop column parsed,
  drop column reasons,
  drop column row_key,
  add column area_id integer,
  add column codes text[] not null default '{}',
  -- What the person of the row is found again by in another file, the surest first; null where the row does not say it.
  add column keys text[] not null default '{}',
  -- Of all that the row means: two rows that say the same in another way are equal.
  add column content text,
  -- The same person's row in the file before.
  add column previous_row_id bigint,
  add column made_person boolean not null default false,
  add column made_family boolean not null default false,
  -- What became of the row: see the module's README.
  add column outcome text,
  -- Why an undo left it as it is.
  add column kept_why text,
  set (fillfactor = 80);
alter table import_file
  -- The day the file speaks of; the newest facts of a register are judged by it.
  add column observed_on date not null default current_date,
  -- The number of the last row that the running stage has finished; commits with its chunk.
  add column cursor_no integer not null default 0,
  -- Who ordered the running stage, as the job needs her: account, name, place, clearance.
  add column ordered_by jsonb,
  -- From the command line and for the demo: go in without another word once checked.
  add column auto_commit boolean not null default false,
  -- The job that is ordered when everything is in.
  add column follow text;

-- Whom the rows of a chunk mean. Looks past the protection of people: a protected person on the centre's list must be found, or the
-- import would make a second, open record of her. Only the import's role may ask, and no name or place leaves it. `via` is
-- riwayat (her row in the file before), id_dtks or nik; people whom this very import has already met under a number are left out.
create function import_targets(wanted_import uuid, wanted jsonb)
returns table (no integer, via text, person_id uuid, protection integer, likeness real, same_birth boolean, family_id uuid, life text)
language sql stable security definer as $$
  with recursive asked as (
    select r.no, r.previous, r.id_dtks, r.nik, r.fold, r.birth
    from jsonb_to_recordset(wanted) as r(no integer, previous uuid, id_dtks text, nik text, fold text, birth date)
  ), found as (
    select a.no, 'riwayat' as via, a.previous as id, a.fold, a.birth from asked a where a.previous is not null
    union all
    select a.no, i.kind, i.person_id, a.fold, a.birth from asked a
    join person_identifier i on i.state = 'aktif' and ((i.kind = 'id_dtks' and i.value = a.id_dtks) or (i.kind = 'nik' and i.value = a.nik))
    where a.previous is null and not exists (select 1 from import_row m where m.import_id = wanted_import and m.person_id = i.person_id)
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

-- Which of these people or families anything else refers to by now, beside what an import itself writes. Every foreign key is asked,
-- also those of tables that come later, and past what the actor may see: what somebody leans on is not taken away.
create function import_leaned_on(target regclass, ids uuid[]) returns uuid[]
language plpgsql stable security definer as $$
declare
  k record;
  here uuid[];
  leaned uuid[] := '{}';
begin
  for k in
    select c.conrelid::regclass as child, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = target and cardinality(c.conkey) = 1
      and c.conrelid <> all (array['person_identifier', 'person_name', 'no_nik_reason', 'family_member', 'family_card', 'data_issue',
                                   'centre_status', 'centre_rank', 'observation_set', 'task']::regclass[])
  loop
    execute format('select coalesce(array_agg(distinct %1$I), ''{}'') from %2$s where %1$I = any ($1)', k.col, k.child) into here using ids;
    leaned := leaned || here;
  end loop;
  -- Observations, tasks and numbers count when they do not come from a file of the centre.
  if target = 'person'::regclass then
    select leaned || coalesce(array_agg(distinct x.id), '{}') into leaned from (
      select s.person_id as id from observation_set s where s.person_id = any (ids) and s.source <> 'siks'
      union all
      select t.subject_person_id from task t where t.subject_person_id = any (ids) and t.kind not in ('nomor_tercatat_lain', 'kk_tercatat_lain')
      union all
      select n.person_id from person_identifier n where n.person_id = any (ids) and n.source <> 'siks'
      union all
      select m.person_id from family_member m where m.person_id = any (ids) and m.source <> 'siks') x;
  else
    select leaned || coalesce(array_agg(distinct x.id), '{}') into leaned from (
      select s.family_id as id from observation_set s where s.family_id = any (ids) and s.source <> 'siks'
      union all
      select m.family_id from family_member m where m.family_id = any (ids)) x;
  end if;
  return leaned;
end $$;

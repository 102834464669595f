-- Which families changed since a snapshot of the register was taken: whoever keeps one in memory reads only these again.
-- A null family means: everything may have changed. Rows older than a day are forgotten; older snapshots are taken anew.
create table register_change (
  seq bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  family_id uuid
);
create index register_change_tx on register_change (tx);
create index register_change_at on register_change (at);

-- The argument says which families the changed rows belong to. A statement over very many rows is noted as one change of everything.
create function note_register_change() returns trigger language plpgsql security definer as $$
declare many boolean;
begin
  execute 'select count(*) > 20000 from (select 1 from changed limit 20001) c' into many;
  if many then
    insert into register_change (family_id) values (null);
  else
    execute format('insert into register_change (family_id) select distinct x.family_id from (%s) x where x.family_id is not null', tg_argv[0]);
  end if;
  if random() < 0.001 then
    delete from register_change where at < now() - interval '26 hours';
  end if;
  return null;
end $$;

-- The tree of areas decides who sees whom and which quota counts: its change is a change of everything.
create function note_change_of_areas() returns trigger language plpgsql security definer as $$
begin
  insert into register_change (family_id) values (null);
  return null;
end $$;

do $do$
declare
  entry record;
  own text := 'select family_id from changed';
  of_person text := 'select m.family_id from changed c join family_member m on m.person_id = c.%s and m.state = ''sah'' and upper_inf(m.during)';
  event text;
begin
  for entry in select * from (values
    ('family', 'select id as family_id from changed', 'insert update'),
    ('family_member', own, 'insert update delete'),
    ('centre_rank', own, 'insert update delete'),
    ('local_score', own, 'insert update delete'),
    ('award', own, 'insert update'),
    ('person', format(of_person, 'id'), 'update'),
    ('centre_status', format(of_person, 'person_id'), 'insert update delete'),
    ('current_fact', 'select case c.subject_kind when ''family'' then c.subject_id else m.family_id end as family_id from changed c
       left join family_member m on c.subject_kind = ''person'' and m.person_id = c.subject_id and m.state = ''sah'' and upper_inf(m.during)', 'insert update delete'),
    ('observation_set', 'select c.family_id from changed c union all ' || format(of_person, 'person_id'), 'insert'),
    ('usulan', 'select c.subject_family_id as family_id from changed c union all ' || format(of_person, 'subject_person_id'), 'insert update')
  ) as t(tbl, families, events) loop
    foreach event in array string_to_array(entry.events, ' ') loop
      execute format('create trigger %I after %s on %I referencing %s table as changed for each statement execute function note_register_change(%L)',
        entry.tbl || '_register_' || event, event, entry.tbl, case event when 'delete' then 'old' else 'new' end, entry.families);
    end loop;
  end loop;
end $do$;
create trigger area_register after insert or update or delete on area for each statement execute function note_change_of_areas();
create trigger area_tree_register after insert or update or delete on area_tree for each statement execute function note_change_of_areas();

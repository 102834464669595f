-- Who changed in what is compared when two records may be one person. Written by triggers in the transaction of the change, so nothing
-- that changes a person can forget it. `person_id` null: something that concerns everybody (an area was renamed or moved).
-- `tx` tells a reader what it has missed: transactions do not commit in the order of their numbers, so it keeps the snapshot of its last
-- look, and reads what was not visible in it.
create table person_change (
  seq bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  person_id uuid,
  at timestamptz not null default now()
);
create index person_change_tx on person_change (tx, seq);

-- The argument is a query over `fresh` and `stale`, the rows after and before, that gives the ids of the people concerned.
create function note_person_change() returns trigger language plpgsql security definer as $$
declare
  noted integer;
begin
  execute format('insert into person_change (person_id) select distinct x.id from (%s) as x(id)', tg_argv[0]);
  get diagnostics noted = row_count;
  if noted > 0 then
    perform pg_notify('rukun_person_change', tg_table_schema);
  end if;
  return null;
end $$;

create trigger note_new after insert on person referencing new table as fresh for each statement
  execute function note_person_change('select id from fresh');
create trigger note_gone after delete on person referencing old table as stale for each statement
  execute function note_person_change('select id from stale');
create trigger note_changed after update on person referencing old table as stale new table as fresh for each statement
  execute function note_person_change('select f.id from fresh f join stale s on s.id = f.id
    where (f.name, f.mother_name, f.birth_on, f.birth_precision, f.birth_place, f.sex, f.phone, f.scope_area_id, f.merged_into)
      is distinct from (s.name, s.mother_name, s.birth_on, s.birth_precision, s.birth_place, s.sex, s.phone, s.scope_area_id, s.merged_into)');

create trigger note_new after insert on person_identifier referencing new table as fresh for each statement
  execute function note_person_change('select person_id from fresh where kind = ''nik''');
create trigger note_gone after delete on person_identifier referencing old table as stale for each statement
  execute function note_person_change('select person_id from stale where kind = ''nik''');
create trigger note_changed after update on person_identifier referencing old table as stale new table as fresh for each statement
  execute function note_person_change('select person_id from fresh where kind = ''nik'' union select person_id from stale where kind = ''nik''');

create trigger note_new after insert on family_member referencing new table as fresh for each statement
  execute function note_person_change('select person_id from fresh');
create trigger note_gone after delete on family_member referencing old table as stale for each statement
  execute function note_person_change('select person_id from stale');
create trigger note_changed after update on family_member referencing old table as stale new table as fresh for each statement
  execute function note_person_change('select person_id from fresh union select person_id from stale');

create trigger note_new after insert on family_card referencing new table as fresh for each statement
  execute function note_person_change('select m.person_id from fresh f join family_member m on m.family_id = f.family_id');
create trigger note_gone after delete on family_card referencing old table as stale for each statement
  execute function note_person_change('select m.person_id from stale s join family_member m on m.family_id = s.family_id');
create trigger note_changed after update on family_card referencing old table as stale new table as fresh for each statement
  execute function note_person_change('select m.person_id from (select family_id from fresh union select family_id from stale) f
    join family_member m on m.family_id = f.family_id');

create trigger note_changed after update on family referencing old table as stale new table as fresh for each statement
  execute function note_person_change('select m.person_id from fresh f join stale s on s.id = f.id join family_member m on m.family_id = f.id
    where f.address is distinct from s.address');
create trigger note_changed after update on area referencing old table as stale new table as fresh for each statement
  execute function note_person_change('select null::uuid from fresh f join stale s on s.id = f.id
    where (f.kode, f.name, f.parent_id, f.desa_id) is distinct from (s.kode, s.name, s.parent_id, s.desa_id)');

-- A look may be at everybody or only at those who changed since the last one; the snapshot it began with is kept, so that the next can go on.
alter table duplicate_run
  add column kind text not null default 'penuh' check (kind in ('penuh', 'perubahan')),
  add column changes_from text,
  add column model_id text,
  -- Something was imported while this look was at work: another follows it.
  add column again boolean not null default false;

-- What is looked for at night, after an import and after a registration acts under an account of its own, without sign-in.
insert into account (id, kind, username, display_name) values ('01900000-0000-7000-8000-000000007120', 'sistem', 'pencari.ganda', 'Pencarian data ganda')
  on conflict do nothing;

-- Orders that other modules put into their own transactions, known before the first worker has started.
insert into jobs.allowed (task) values ('duplicates.compare'), ('duplicates.import_finished') on conflict do nothing;

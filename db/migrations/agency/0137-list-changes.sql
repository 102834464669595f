-- A list in force is changed by a decree only: who leaves it, and who of the reserve takes the place.
create table list_change (
  id uuid primary key,
  run_id uuid not null references selection_run,
  decree_id uuid references decree,
  state text not null default 'rancangan' check (state in ('rancangan', 'berlaku', 'batal')),
  created_by uuid not null references account,
  created_at timestamptz not null default now()
);
create unique index list_change_open on list_change (run_id) where state = 'rancangan';
create index list_change_run on list_change (run_id);
create index list_change_decree on list_change (decree_id);
create index list_change_created_by on list_change (created_by);
create table list_change_pair (
  change_id uuid not null references list_change,
  leaves uuid not null references family,
  reason text not null check (reason in ('meninggal', 'pindah', 'digabung', 'tempat_lewat', 'menolak')),
  note text not null default '',
  joins uuid references family,
  primary key (change_id, leaves),
  unique (change_id, joins),
  check (leaves <> joins),
  check (reason <> 'menolak' or note <> '')
);
create index list_change_pair_leaves on list_change_pair (leaves);
create index list_change_pair_joins on list_change_pair (joins);

-- What a changing decree in force does: awards of those who leave stop, those who join get theirs. Once for each change.
create function apply_list_change(wanted uuid) returns table (stopped integer, made integer)
language plpgsql security definer as $$
declare change record; gone integer; come integer;
begin
  select c.id, c.decree_id, c.run_id, s.benefit, v.programme_id into change
  from list_change c join selection_run s on s.id = c.run_id and s.state = 'berlaku'
  join programme_version v on v.id = s.version_id
  join decree d on d.id = c.decree_id and d.state = 'berlaku' and d.ref_id = c.id
  where c.id = wanted and c.state = 'rancangan'
  for update of c;
  if change.id is null then
    raise exception 'this change has no decree in force, or was made' using errcode = '23514', constraint = 'list_change_state';
  end if;
  update award a set state = 'dihentikan' from list_change_pair p
  where p.change_id = change.id and a.run_id = change.run_id and a.family_id = p.leaves and a.state <> 'dihentikan';
  get diagnostics gone = row_count;
  insert into award (id, decree_id, run_id, programme_id, family_id, payee_id, area_id, amount)
  select gen_random_uuid(), change.decree_id, change.run_id, change.programme_id, r.family_id, r.person_id, r.area_id, change.benefit
  from list_change_pair p join selection_row r on r.run_id = change.run_id and r.family_id = p.joins
  where p.change_id = change.id;
  get diagnostics come = row_count;
  update list_change set state = 'berlaku' where id = change.id;
  return query select gone, come;
end $$;

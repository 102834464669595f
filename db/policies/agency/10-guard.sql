-- Who sees which row. Re-applied as a whole, with search_path = (agency schema, ref, public), after every migration.
--   visible(person) = (protection <= clearance and scope area in areas(actor)) or person in cases(actor)
-- rukun_area: an actor bound to some areas. rukun_wide: the whole agency. rukun_import: the import job, the one writer of the
-- centre's products. rukun_public: the portal. A second role for the office keeps `or everything` out of the area policy, where it
-- would turn the index off. Settings are read through nullif(..., ''): on a pooled connection an unset one is '' (fails closed).

create or replace function guard_account() returns uuid language sql stable as $$
  select nullif(current_setting('rukun.account', true), '')::uuid $$;
create or replace function guard_clearance() returns integer language sql stable as $$
  select coalesce(nullif(current_setting('rukun.clearance', true), '')::integer, -1) $$;
create or replace function guard_areas() returns integer[] language sql stable as $$
  select coalesce(array_agg(t.descendant_id), '{}') from area_tree t
  where t.ancestor_id = any (coalesce(nullif(current_setting('rukun.roots', true), ''), '{}')::integer[]) $$;
create or replace function guard_receipt() returns uuid language sql stable as $$
  select nullif(current_setting('rukun.receipt', true), '')::uuid $$;
create or replace function guard_cases() returns uuid[] language sql stable security definer as $$
  select coalesce(array_agg(distinct a.case_id), '{}') from case_access a
  where a.account_id = nullif(current_setting('rukun.account', true), '')::uuid
    and a.revoked_at is null and (a.until is null or a.until > now()) $$;
create or replace function guard_case_persons() returns uuid[] language sql stable security definer as $$
  select coalesce(array_agg(distinct c.person_id), '{}') from case_person c where c.case_id = any (guard_cases()) $$;

do $do$
declare
  here text := current_schema();
  t record;
  p record;
begin
  execute format('alter function guard_cases() set search_path = %I, pg_temp', here);
  execute format('alter function guard_case_persons() set search_path = %I, pg_temp', here);
  execute format('grant usage on schema %I to rukun_app, rukun_area, rukun_wide, rukun_import, rukun_public', here);
  execute format('revoke all on all tables in schema %I from rukun_app, rukun_area, rukun_wide, rukun_import, rukun_public', here);
  execute format('grant usage on all sequences in schema %I to rukun_area, rukun_wide, rukun_import, rukun_public', here);
  execute format('grant execute on all functions in schema %I to rukun_app, rukun_area, rukun_wide, rukun_import, rukun_public', here);
  for p in select policyname, tablename from pg_policies where schemaname = here loop
    execute format('drop policy %I on %I', p.policyname, p.tablename);
  end loop;
  for t in select tablename from pg_tables where schemaname = here and tablename <> 'migration' loop
    execute format('alter table %I enable row level security', t.tablename);
    execute format('alter table %I force row level security', t.tablename);
    execute format('create policy owner_all on %I to rukun_owner using (true) with check (true)', t.tablename);
    execute format('grant select on %I to rukun_area, rukun_wide, rukun_import', t.tablename);
  end loop;
end $do$;

insert into guard_rule values
  ('import_cells', 'false', 'true', '', 'iud');

do $do$
declare
  name text;
begin
  foreach name in array array['import_targets(uuid, jsonb)', 'import_leaned_on(regclass, uuid[])', 'import_analyze()'] loop
    execute format('alter function %s set search_path = %I, ref, public, pg_temp', name, current_schema());
    execute format('revoke execute on function %s from public, rukun_app, rukun_area, rukun_wide, rukun_public', name);
  end loop;
end $do$;

-- An undo takes back the tasks that the import's own numbers raised.
grant delete on task to rukun_import;
create policy import_removes on task for delete to rukun_import using (kind in ('nomor_tercatat_lain', 'kk_tercatat_lain'));

insert into guard_rule values
  ('list_seal', 'true', 'true', '', 'i'),
  ('list_line', '@family', '@family', '', 'i'),
  ('list_change', 'true', 'true', '', 'iu'),
  ('list_change_pair', 'exists (select 1 from family f where f.id = leaves)', 'exists (select 1 from family f where f.id = leaves)', '', 'i'),
  ('register_change', 'true', 'true', '', '');
do $do$
begin
  execute format('alter function published_lists() set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function note_register_change() set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function note_change_of_areas() set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function apply_list_change(uuid) set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function sealed_line(text) set search_path = %I, ref, pg_temp', current_schema());
end $do$;
revoke execute on function published_lists(), sealed_line(text) from public, rukun_app, rukun_area, rukun_wide, rukun_import;
grant execute on function published_lists(), sealed_line(text) to rukun_public;
revoke execute on function apply_list_change(uuid) from public, rukun_app, rukun_area, rukun_public, rukun_import;

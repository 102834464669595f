insert into guard_rule values
  ('list_seal', 'true', 'true', '', 'i'),
  ('list_line', '@family', '@family', '', 'i'),
  ('register_change', 'true', 'true', '', '');
do $do$
begin
  execute format('alter function published_lists() set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function note_register_change() set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function note_change_of_areas() set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function sealed_line(text) set search_path = %I, ref, pg_temp', current_schema());
end $do$;
revoke execute on function published_lists(), sealed_line(text) from public, rukun_app, rukun_area, rukun_wide, rukun_import;
grant execute on function published_lists(), sealed_line(text) to rukun_public;

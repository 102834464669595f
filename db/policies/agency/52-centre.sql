insert into guard_rule values
  ('centre_delta_run', 'true', 'true', '', 'i'),
  ('centre_delta', '@person_or_family', '@person_or_family', 'u', 'iu'),
  ('padan_result', '@person', '@person', '', 'i'),
  ('moratorium_exception', 'true', 'true', '', 'i'),
  ('exclude_flag', '@person', '@person', 'u', 'iud');

do $do$
begin
  execute format('alter function forget_centre_delta(uuid) set search_path = %I, ref, public, pg_temp', current_schema());
  revoke execute on function forget_centre_delta(uuid) from public, rukun_app, rukun_area, rukun_public;
end $do$;

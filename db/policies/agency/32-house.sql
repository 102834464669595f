-- Requests of citizens about their own data are read at the office; one that names a protected person only by who may see that person.
insert into guard_rule values
  ('area_local_version', 'true', 'true', 'i', 'iu'),
  ('subject_request', 'false', 'person_id is null or exists (select 1 from person p where p.id = person_id)', '', 'iu'),
  ('breach', 'false', 'true', '', 'iu');
do $do$
declare f text;
begin
  foreach f in array array['territory_check(integer)', 'reference_version(integer, date, text, text, integer)', 'reference_code(integer, date, text, text)',
      'reference_begin(date, text, text, text, integer, text, text)', 'reference_end(integer, date)', 'reference_now(jsonb)',
      'territory_place_families(integer, integer, uuid[], timestamptz)', 'territory_refresh_findings()',
      'account_locks(timestamptz, integer, integer)', 'account_unlock(uuid)', 'forget_receipt_misses(uuid)', 'receipt_renewals(text)'] loop
    execute format('alter function %s set search_path = %I, ref, pg_temp', f, current_schema());
    execute format('revoke execute on function %s from public, rukun_app, rukun_area, rukun_import, rukun_public', f);
  end loop;
end $do$;
grant execute on function forget_receipt_misses(uuid) to rukun_area;
revoke execute on function receipt_renewals(text) from rukun_wide;
grant execute on function receipt_renewals(text) to rukun_public;

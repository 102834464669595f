insert into guard_rule values
  ('merge_booking', 'false', 'exists (select 1 from person p where p.id = keep_id) and exists (select 1 from person p where p.id = absorb_id)', '', 'iu'),
  ('pair_decision', 'false', 'exists (select 1 from duplicate_pair d where d.id = pair_id)', '', 'i'),
  ('blind_reading', 'false', 'exists (select 1 from duplicate_pair d where d.id = pair_id)', '', 'iu'),
  ('link_model', 'false', 'true', '', 'iu'),
  ('link_model_activation', 'false', 'true', '', 'i'),
  ('family_rearrangement', 'false', 'exists (select 1 from family f where f.id = family_a) and exists (select 1 from family f where f.id = family_b)', '', 'iu');

-- Two functions that look past the policies: they follow a merge into cases that the officer does not see.
do $do$
declare
  f text;
begin
  foreach f in array array['attach_cases(uuid)', 'detach_cases(uuid)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', f, current_schema());
    execute format('revoke execute on function %s from public, rukun_app, rukun_area, rukun_import, rukun_public', f);
  end loop;
end $do$;

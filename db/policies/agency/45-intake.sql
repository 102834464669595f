insert into guard_rule values
  ('stage_order', 'true', 'true', '', 'iu'),
  ('agency_stage', 'true', 'true', '', 'i'),
  ('month_mark', 'true', 'true', '', 'iud'),
  ('verval', '@usulan', '@usulan', 'i', 'i'),
  ('receipt_miss', 'false', 'false', '', '');

-- Who proposed keeps sight of it from outside its area, until its subject comes under protection: then it is gone for him like for anybody.
update guard_rule set area_sees = '(protection <= (select guard_clearance()) and area_id = any ((select guard_areas())::integer[]))
  or (reporter_account = (select guard_account()) and protection < 2)' where tbl = 'usulan';

-- An RT head sees what he proposed and nothing else of his desa's proposals (area_id is the desa); he proposes in his own RT only.
create policy usulan_own_place on usulan as restrictive for insert to rukun_area
  with check (area_id = any ((select guard_areas())::integer[])
    or (rt_area_id = any ((select guard_areas())::integer[]) and area_id = (select a.desa_id from area a where a.id = rt_area_id)));

-- The portal reads the stages to say what comes next, and follows a proposal only with its receipt.
grant select on stage_order, agency_stage to rukun_public;
create policy public_sees on stage_order for select to rukun_public using (true);
create policy public_sees on agency_stage for select to rukun_public using (true);

do $do$
declare
  name text;
begin
  foreach name in array array['receipt_secret(text, date)', 'note_receipt_miss(uuid, date)', 'keep_objector(uuid, text, text)'] loop
    execute format('alter function %s set search_path = %I, ref, pg_temp', name, current_schema());
    execute format('revoke execute on function %s from public, rukun_app, rukun_import', name);
  end loop;
end $do$;
revoke execute on function receipt_secret(text, date), note_receipt_miss(uuid, date) from rukun_area, rukun_wide;

update guard_rule set area_sees = replace_rule.sees, wide_sees = replace_rule.sees from (values
  ('@person', 'exists (select 1 from person p where p.id = person_id)'),
  ('@family', 'exists (select 1 from family f where f.id = family_id)'),
  ('@family_and_person', 'exists (select 1 from family f where f.id = family_id) and exists (select 1 from person p where p.id = person_id)'),
  ('@person_or_family', 'case when person_id is null then exists (select 1 from family f where f.id = family_id) else exists (select 1 from person p where p.id = person_id) end'),
  ('@person_or_family_any', '(person_id is null or exists (select 1 from person p where p.id = person_id)) and (family_id is null or exists (select 1 from family f where f.id = family_id))'),
  ('@usulan', 'exists (select 1 from usulan u where u.id = usulan_id)')
) as replace_rule(name, sees) where area_sees = replace_rule.name;

do $do$
declare
  r record;
  role_name text;
  sees text;
  writes text;
begin
  for r in select * from guard_rule loop
    foreach role_name in array array['rukun_area', 'rukun_wide', 'rukun_import'] loop
      sees := case role_name when 'rukun_area' then r.area_sees else r.wide_sees end;
      writes := case role_name when 'rukun_area' then r.area_writes else r.wide_writes end;
      execute format('create policy %I on %I for select to %I using (%s)', role_name || '_sees', r.tbl, role_name, sees);
      if writes like '%i%' then
        execute format('grant insert on %I to %I', r.tbl, role_name);
        -- The log is written by every act, whoever may read it afterwards.
        execute format('create policy %I on %I for insert to %I with check (%s)', role_name || '_adds', r.tbl, role_name,
          case r.tbl when 'audit' then 'account_id is not distinct from (select guard_account())' when 'access_log' then 'account_id = (select guard_account())' else sees end);
      end if;
      if writes like '%u%' then
        execute format('grant update on %I to %I', r.tbl, role_name);
        execute format('create policy %I on %I for update to %I using (%s) with check (%s)', role_name || '_changes', r.tbl, role_name, sees, sees);
      end if;
      if writes like '%d%' then
        execute format('grant delete on %I to %I', r.tbl, role_name);
        execute format('create policy %I on %I for delete to %I using (%s)', role_name || '_removes', r.tbl, role_name, sees);
      end if;
    end loop;
  end loop;
end $do$;

insert into guard_rule values
  ('area_tile', 'true', 'true', '', 'iud'),
  ('programme_scenario', 'false', 'level <= (select guard_clearance())', '', 'iu'),
  ('programme_scenario_family', 'false', 'exists (select 1 from family f where f.id = family_id)', '', 'i'),
  ('programme_case', 'true', 'true', '', 'iu');

insert into guard_rule values
  ('form_draft', 'false', 'true', '', 'iud'),
  ('form_use', 'true', 'true', '', 'i'),
  ('verval_draft', 'account_id = (select guard_account()) and exists (select 1 from usulan u where u.id = usulan_id)', 'account_id = (select guard_account()) and exists (select 1 from usulan u where u.id = usulan_id)', 'iud', 'iud');
insert into guard_rule values
  ('recheck_setting', 'true', 'true', '', 'u'),
  ('recheck_round', 'false', 'true', '', 'i'),
  ('recheck', 'false', 'exists (select 1 from verval v where v.id = verval_id)', '', 'iu');

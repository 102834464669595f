insert into guard_rule values
  ('musyawarah_conflict', 'exists (select 1 from musyawarah m where m.id = musyawarah_id)', 'exists (select 1 from musyawarah m where m.id = musyawarah_id)', 'iud', 'iud');

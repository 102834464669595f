insert into guard_rule values
  ('objection', '@usulan', '@usulan', 'iu', 'iu'),
  ('family_question', '@usulan', '@usulan', 'iu', 'iu'),
  ('usulan_alarm', '@usulan', '@usulan', 'i', 'i'),
  ('usulan_tie', '@usulan', '@usulan', 'i', 'i');

-- An objector reads what her own objection rests on; the family reads its question, with its own number and PIN. Neither sees the other.
grant select, insert on objection to rukun_public;
create policy public_sees on objection for select to rukun_public using (usulan_id = (select guard_receipt()));
create policy public_adds on objection for insert to rukun_public with check (usulan_id = (select guard_receipt()));
grant select, update on family_question to rukun_public;
create policy public_sees on family_question for select to rukun_public using (id = (select guard_receipt()));
create policy public_changes on family_question for update to rukun_public using (id = (select guard_receipt())) with check (id = (select guard_receipt()));
grant insert on usulan_tie to rukun_public;
create policy public_adds on usulan_tie for insert to rukun_public with check (usulan_id = (select guard_receipt()));
insert into guard_rule values ('presence_check', '@person', '@person', 'i', 'i');

-- A citizen adds photos to her own proposal, and reads none back; she may count them.
grant select, insert on usulan_file to rukun_public;
create policy public_sees on usulan_file for select to rukun_public using (usulan_id = (select guard_receipt()));
create policy public_adds on usulan_file for insert to rukun_public with check (usulan_id = (select guard_receipt()));
grant insert on file to rukun_public;
create policy public_adds on file for insert to rukun_public with check (uploaded_by = (select guard_account()));

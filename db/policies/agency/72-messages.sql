-- Everybody reads his own box. What left for a citizen is seen by who sees her usulan; what went to an address of the settings, by the office.
insert into guard_rule values
  ('message', 'account_id = (select guard_account()) or (account_id is null and usulan_id is not null and exists (select 1 from usulan u where u.id = usulan_id))',
              'account_id = (select guard_account()) or (account_id is null and (usulan_id is null or exists (select 1 from usulan u where u.id = usulan_id)))', 'u', 'u'),
  ('message_template', 'true', 'true', '', 'iud'),
  ('message_setting', 'true', 'true', '', 'u'),
  ('citizen_address', '@usulan', '@usulan', '', ''),
  ('citizen_box', 'false', 'false', '', '');

-- Telling somebody else is not reading his box.
grant insert on message to rukun_area, rukun_wide;
create policy anybody_tells on message for insert to rukun_area, rukun_wide with check (true);

grant select, insert, update, delete on citizen_address to rukun_public;
create policy public_sees on citizen_address for select to rukun_public using (usulan_id = (select guard_receipt()));
create policy public_adds on citizen_address for insert to rukun_public with check (usulan_id = (select guard_receipt()));
create policy public_changes on citizen_address for update to rukun_public using (usulan_id = (select guard_receipt())) with check (usulan_id = (select guard_receipt()));
create policy public_removes on citizen_address for delete to rukun_public using (usulan_id = (select guard_receipt()));
grant select, insert, update on citizen_box to rukun_public;
create policy public_sees on citizen_box for select to rukun_public using (usulan_id = (select guard_receipt()));
create policy public_adds on citizen_box for insert to rukun_public with check (usulan_id = (select guard_receipt()));
create policy public_changes on citizen_box for update to rukun_public using (usulan_id = (select guard_receipt())) with check (usulan_id = (select guard_receipt()));
grant select on message_setting to rukun_public;
create policy public_sees on message_setting for select to rukun_public using (true);

-- The report of a day is kept once, as it was mailed.
update guard_rule set wide_writes = 'i' where tbl = 'daily_report';

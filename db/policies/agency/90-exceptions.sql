-- The import is the one writer of the centre's rank and status.
grant insert, update on centre_rank, centre_status to rukun_import;
create policy import_adds on centre_rank for insert to rukun_import with check (true);
create policy import_changes on centre_rank for update to rukun_import using (true) with check (true);
create policy import_adds on centre_status for insert to rukun_import with check (true);
create policy import_changes on centre_status for update to rukun_import using (true) with check (true);
grant delete on person, person_identifier, person_name, no_nik_reason, family, family_card, family_member, observation_set, observation, centre_rank, centre_status, data_issue to rukun_import;
create policy import_removes on person for delete to rukun_import using (true);
create policy import_removes on person_identifier for delete to rukun_import using (true);
create policy import_removes on person_name for delete to rukun_import using (true);
create policy import_removes_reason on no_nik_reason for delete to rukun_import using (true);
create policy import_removes on family for delete to rukun_import using (true);
create policy import_removes on family_card for delete to rukun_import using (true);
create policy import_removes on family_member for delete to rukun_import using (true);
create policy import_removes on observation_set for delete to rukun_import using (true);
create policy import_removes on observation for delete to rukun_import using (true);
create policy import_removes on centre_rank for delete to rukun_import using (true);
create policy import_removes on centre_status for delete to rukun_import using (true);
create policy import_removes on data_issue for delete to rukun_import using (true);

-- The portal: adds a proposal of its own, then reads only the one whose receipt number and PIN were given.
grant select on agency, area to rukun_public;
create policy public_sees on agency for select to rukun_public using (true);
create policy public_sees on area for select to rukun_public using (kind in ('prov', 'kab', 'kec', 'desa', 'rw', 'rt'));
grant select, insert, update on usulan to rukun_public;
create policy public_sees on usulan for select to rukun_public using (id = (select guard_receipt()));
create policy public_adds on usulan for insert to rukun_public with check (channel = 'portal' and id = (select guard_receipt()) and subject_person_id is null);
create policy public_changes on usulan for update to rukun_public using (id = (select guard_receipt())) with check (id = (select guard_receipt()));
grant select, insert on usulan_event to rukun_public;
create policy public_sees on usulan_event for select to rukun_public using (usulan_id = (select guard_receipt()));
create policy public_adds on usulan_event for insert to rukun_public with check (usulan_id = (select guard_receipt()));
grant select on notice to rukun_public;
create policy public_sees on notice for select to rukun_public using (usulan_id = (select guard_receipt()));
grant insert on audit to rukun_public;
create policy public_adds on audit for insert to rukun_public with check (account_id is not distinct from (select guard_account()));
grant select, insert on idempotency to rukun_public;
create policy public_sees on idempotency for select to rukun_public using (account_id = (select guard_account()));
create policy public_adds on idempotency for insert to rukun_public with check (account_id = (select guard_account()));

do $do$
begin
  execute format('alter function session_of(uuid, date) set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function agency_card() set search_path = %I, ref, pg_temp', current_schema());
end $do$;
revoke execute on function session_of(uuid, date) from public, rukun_area, rukun_wide, rukun_import, rukun_public;

insert into guard_rule values
  ('letter_kind', 'true', 'true', '', 'iu'),
  ('letter_request', 'protection <= (select guard_clearance()) and area_id = any ((select guard_areas())::integer[])', 'protection <= (select guard_clearance())', 'iu', 'iu');

-- The paper of somebody who asked for a letter opens the course of that letter.
grant select on letter_request to rukun_public;
create policy public_sees on letter_request for select to rukun_public using (id = (select guard_receipt()));
grant select on letter_kind to rukun_public;
create policy public_sees on letter_kind for select to rukun_public using (true);

-- One door for all papers: number and PIN. Written here and not in a migration, because it knows the tables of several.
create or replace function receipt_secret(wanted text, wanted_day date) returns table (usulan_id uuid, pin_hash text, misses integer)
language sql stable security definer as $$
  select d.id, d.pin_hash, coalesce((select m.count from receipt_miss m where m.usulan_id = d.id and m.on_date = wanted_day), 0)
  from (select u.id, u.pin_hash from usulan u where u.no_publik = wanted
        union all select q.id, q.pin_hash from family_question q where q.no_publik = wanted
        union all select r.id, r.pin_hash from letter_request r where r.no_publik = wanted) d $$;
do $do$
begin
  execute format('alter function receipt_secret(text, date) set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function letter_shown(text) set search_path = %I, pg_temp', current_schema());
end $do$;
revoke execute on function letter_shown(text) from public, rukun_app, rukun_area, rukun_wide, rukun_import;

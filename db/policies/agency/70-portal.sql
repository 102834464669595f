-- No officer reads what a citizen has not sent, and nobody reads the counts.
insert into guard_rule values
  ('portal_draft', 'false', 'false', '', ''),
  ('portal_attempt', 'false', 'false', '', '');

grant select, insert, update on portal_draft to rukun_public;
create policy public_sees on portal_draft for select to rukun_public using (id = (select guard_receipt()));
create policy public_adds on portal_draft for insert to rukun_public with check (id = (select guard_receipt()));
create policy public_changes on portal_draft for update to rukun_public using (id = (select guard_receipt())) with check (id = (select guard_receipt()));

do $do$
declare
  name text;
begin
  foreach name in array array['portal_try(text, text, timestamptz, integer)', 'portal_untry(text, text, timestamptz)', 'portal_draft_of(text, date)', 'portal_forget(date)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', name, current_schema());
    execute format('revoke execute on function %s from public, rukun_area, rukun_wide, rukun_import', name);
  end loop;
end $do$;
revoke execute on function portal_try(text, text, timestamptz, integer), portal_untry(text, text, timestamptz) from rukun_public;
revoke execute on function portal_draft_of(text, date), portal_forget(date) from rukun_app;

-- Functions that look past the policies on purpose: each answers one narrow question (see migration 0020). They are pinned to this
-- agency's schema, and the portal may not ask them.
do $do$
declare
  f text;
begin
  foreach f in array array[
    'identifier_taken(text, text)',
    'report_hidden_holder(text, text, uuid, uuid, date)',
    'report_hidden_family(text, uuid, uuid, uuid, date)',
    'raise_agency_task(uuid, text, text, text, integer, uuid, text, date)',
    'find_people_like(text, real, integer)',
    'find_families_at(text[], integer)',
    'likely_elsewhere(text, date, uuid[])'
  ] loop
    execute format('alter function %s set search_path = %I, ref, public, pg_temp', f, current_schema());
    execute format('revoke execute on function %s from public, rukun_app, rukun_public', f);
  end loop;
end $do$;

insert into guard_rule values
  ('budget_stage', 'true', 'true', '', 'i'),
  ('programme_decision', '@family', '@family', '', 'iu');
do $do$
begin
  execute format('alter function handed_over_by_month(uuid) set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function public_outcome(date) set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function award_list(uuid) set search_path = %I, ref, pg_temp', current_schema());
  execute format('alter function stop_awards(uuid) set search_path = %I, ref, pg_temp', current_schema());
end $do$;
revoke execute on function stop_awards(uuid) from public, rukun_app, rukun_area, rukun_public, rukun_import;
revoke execute on function award_list(uuid) from public, rukun_app, rukun_area, rukun_public, rukun_import;
revoke execute on function handed_over_by_month(uuid) from public, rukun_app, rukun_public;
revoke execute on function public_outcome(date) from public;

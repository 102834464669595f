do $do$
begin
  execute format('alter function case_open(uuid, text, integer, text, uuid, text) set search_path = %I, pg_temp', current_schema());
  execute format('alter function case_break_glass(text, uuid, text, integer) set search_path = %I, pg_temp', current_schema());
end $do$;
revoke execute on function case_open(uuid, text, integer, text, uuid, text) from public, rukun_public, rukun_app;
revoke execute on function case_break_glass(text, uuid, text, integer) from public, rukun_public, rukun_app;

do $do$
declare f text;
begin
  foreach f in array array['account_sign_in(uuid, text)', 'account_password(uuid, text)', 'account_end_sessions(uuid)', 'own_sessions(uuid)', 'end_own_session(uuid)'] loop
    execute format('alter function %s set search_path = %I, pg_temp', f, current_schema());
    execute format('revoke execute on function %s from public, rukun_app, rukun_public, rukun_import', f);
  end loop;
end $do$;
revoke execute on function account_sign_in(uuid, text), account_password(uuid, text), account_end_sessions(uuid) from rukun_area;

-- Sign-ins live in a schema that officers' roles cannot touch. These acts touch it for one account of this agency at a time.
create function account_sign_in(wanted_account uuid, password_hash text) returns void
language plpgsql security definer as $$
declare
  a account%rowtype;
  made uuid;
begin
  select * into strict a from account where id = wanted_account;
  insert into auth."user" (name, email, "emailVerified", username, "displayUsername")
    values (a.display_name, a.username || '@rukun.invalid', true, a.username, a.username) returning id into made;
  insert into auth.account ("accountId", "providerId", "userId", password, "updatedAt") values (made::text, 'credential', made, password_hash, now());
  insert into auth.agency_user (user_id, agency, account_id) select made, slug, a.id from auth.agency where schema_name = current_schema();
  update account set user_id = made where id = a.id;
end $$;

create function account_password(wanted_account uuid, password_hash text) returns void
language sql security definer as $$
  update auth.account set password = password_hash, "updatedAt" = now() where "userId" = (select user_id from account where id = wanted_account);
  delete from auth."twoFactor" where "userId" = (select user_id from account where id = wanted_account);
  update auth."user" set "twoFactorEnabled" = false where id = (select user_id from account where id = wanted_account);
  delete from auth.session where "userId" = (select user_id from account where id = wanted_account);
  delete from auth.sign_in_failure where username = (select username from account where id = wanted_account)
$$;

create function account_end_sessions(wanted_account uuid) returns integer
language sql security definer as $$
  with gone as (delete from auth.session where "userId" = (select user_id from account where id = wanted_account) returning 1) select count(*)::integer from gone
$$;

create function own_sessions(wanted_account uuid) returns table (id uuid, began timestamptz, seen timestamptz, client_ip text, agent text)
language sql stable security definer as $$
  select s.id, s."createdAt", s."updatedAt", s."ipAddress", s."userAgent" from auth.session s join account a on a.user_id = s."userId"
  where a.id = wanted_account and a.id = nullif(current_setting('rukun.account', true), '')::uuid and s."expiresAt" > now() order by s."updatedAt" desc
$$;

create function end_own_session(session_id uuid) returns boolean
language sql security definer as $$
  with gone as (
    delete from auth.session s using account a
    where s.id = session_id and a.user_id = s."userId" and a.id = nullif(current_setting('rukun.account', true), '')::uuid returning 1
  ) select exists (select 1 from gone)
$$;

-- The acts on cases that no policy can allow beforehand: nobody is in the team of a case that does not exist yet, and break-glass is for
-- those who are not. They run as the owner, do one thing, and say who did it.
create function case_open(new_id uuid, new_alias text, new_level integer, new_bidang text, access_id uuid, why text) returns void
language plpgsql security definer as $$
declare me uuid := nullif(current_setting('rukun.account', true), '')::uuid;
begin
  if coalesce(nullif(current_setting('rukun.clearance', true), '')::integer, -1) < new_level then
    raise exception 'clearance too low' using errcode = '42501';
  end if;
  insert into case_file (id, alias, level, bidang, opened_by) values (new_id, new_alias, new_level, new_bidang, me);
  insert into case_access (id, case_id, account_id, kind, reason, granted_by) values (access_id, new_id, me, 'tim', why, me);
end $$;

-- Gives access for a day by exact alias, or nothing when there is no such case: the caller answers both alike until a reason is given.
create function case_break_glass(wanted_alias text, access_id uuid, why text, hours integer) returns uuid
language plpgsql security definer as $$
declare
  me uuid := nullif(current_setting('rukun.account', true), '')::uuid;
  found uuid;
begin
  if me is null or length(trim(why)) < 20 or hours not between 1 and 24 then
    raise exception 'a reason and a term are needed' using errcode = '42501';
  end if;
  select id into found from case_file where lower(alias) = lower(trim(wanted_alias)) and state = 'terbuka';
  if found is not null then
    insert into case_access (id, case_id, account_id, kind, reason, granted_by, until) values (access_id, found, me, 'darurat', why, me, now() + make_interval(hours => hours));
  end if;
  return found;
end $$;

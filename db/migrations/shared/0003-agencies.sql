-- Which agencies live in this database, and which agency a sign-in belongs to. Each agency is a schema of its own.
create table auth.agency (
  slug text primary key check (slug ~ '^[a-z][a-z0-9_]{1,40}$'),
  schema_name text not null unique,
  name text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table auth.agency_user (
  user_id uuid primary key references auth."user" (id) on delete cascade,
  agency text not null references auth.agency,
  account_id uuid not null
);

-- Lock-out: five wrong passwords or codes in a quarter of an hour close the name for a quarter of an hour.
create table auth.sign_in_failure (
  username text not null,
  at timestamptz not null default now(),
  client_ip text not null
);
create index sign_in_failure_username on auth.sign_in_failure (username, at);

create schema jobs;
-- The app may order only jobs named here, in the transaction that needs them.
create table jobs.allowed (task text primary key);
create function jobs.enqueue(task text, payload json, job_key text default null) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from jobs.allowed a where a.task = enqueue.task) then
    raise exception 'unknown job %', task;
  end if;
  return (select j.id from graphile_worker.add_job(task, payload, max_attempts := 5, job_key := enqueue.job_key) j);
end $$;
revoke all on function jobs.enqueue from public;

-- A supervisor looks again at a sample of visits. How many, the agency says; which, chance says, from a seed that is kept, so that
-- anybody can draw the same sample again. Disagreement tells where to look; it changes no decision by itself.
create table recheck_setting (
  one boolean primary key default true check (one),
  share_percent integer not null default 5 check (share_percent between 1 and 50),
  version integer not null default 1
);
insert into recheck_setting default values;
create table recheck_round (
  id uuid primary key,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  share_percent integer not null,
  seed text not null,
  visits integer not null,
  drawn_by uuid not null references account,
  drawn_at timestamptz not null
);
create index recheck_round_drawn_by on recheck_round (drawn_by);
create table recheck (
  id uuid primary key,
  round_id uuid not null references recheck_round,
  verval_id uuid not null unique references verval,
  result text check (result in ('terkonfirmasi', 'tidak_ditemukan', 'meninggal', 'pindah', 'menolak')),
  answers jsonb,
  differs text[] not null default '{}',
  asked integer not null default 0,
  notes text not null default '',
  by_account uuid references account,
  at timestamptz,
  version integer not null default 1,
  check ((at is null) = (by_account is null) and (at is null) = (result is null))
);
create index recheck_round_of on recheck (round_id);
create index recheck_by on recheck (by_account);

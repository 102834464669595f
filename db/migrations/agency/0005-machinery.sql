-- Append-only by grant. One row an act, before and after; rows are sealed in blocks by the sealer (ADR 0005).
create table audit (
  seq bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  account_id uuid,
  username text not null,
  position text,
  role text,
  event text not null,
  subject_kind text not null,
  subject_id text not null,
  area_id integer,
  before jsonb,
  after jsonb,
  level integer not null default 0,
  purpose text,
  request_id text
);
create index audit_subject on audit (subject_kind, subject_id);
create index audit_at on audit (at);
create table audit_block (
  no bigint primary key,
  prev_root text not null,
  root text not null,
  seqs bigint[] not null,
  sealed_at timestamptz not null default clock_timestamp()
);
create table audit_sealed (
  seq bigint primary key references audit,
  block_no bigint not null references audit_block
);
create index audit_sealed_block on audit_sealed (block_no);
create table daily_report (
  on_date date primary key,
  block_no bigint not null,
  root text not null,
  numbers jsonb not null,
  made_at timestamptz not null default now()
);

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  account_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  text text not null default '',
  level integer not null default 0
);
create index access_log_subject on access_log (subject_id);
create index access_log_account on access_log (account_id, at);
create table disclosure (
  id uuid primary key,
  recipient text not null,
  legal_basis text not null,
  fields text[] not null,
  rows integer not null,
  expires_on date,
  file_hash text not null,
  by_account uuid not null references account,
  at timestamptz not null default now()
);
create index disclosure_by on disclosure (by_account);

create table idempotency (
  key text not null,
  account_id uuid not null,
  request_hash text not null,
  status integer not null,
  reply jsonb not null,
  at timestamptz not null default now(),
  primary key (account_id, key)
);
create table code_list (
  id text primary key,
  name text not null,
  source text not null
);
create table code (
  list_id text not null references code_list,
  value text not null,
  label_id text not null,
  label_en text not null,
  sort integer not null default 0,
  during daterange not null default daterange(null, null),
  primary key (list_id, value)
);
create table sync_op (
  op_id uuid primary key,
  account_id uuid not null,
  result jsonb not null,
  at timestamptz not null default now()
);
create table letter_series (
  id uuid primary key,
  year integer not null,
  class text not null,
  next_no integer not null default 1 check (next_no > 0),
  unique (year, class)
);
create table letter (
  id uuid primary key,
  series_id uuid not null references letter_series,
  no integer not null,
  number text not null unique,
  subject text not null,
  ref_kind text,
  ref_id uuid,
  state text not null check (state in ('terbit', 'batal')),
  issued_by uuid not null references account,
  issued_at timestamptz not null default now(),
  unique (series_id, no)
);
create index letter_issued_by on letter (issued_by);

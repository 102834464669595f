-- A look through the register for people recorded twice. One runs at a time.
create table duplicate_run (
  id uuid primary key,
  state text not null check (state in ('dipesan', 'membaca', 'membandingkan', 'selesai', 'gagal')),
  ordered_by uuid not null references account,
  ordered_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  persons_total integer not null default 0,
  persons_read integer not null default 0,
  pairs_found integer not null default 0,
  pairs_new integer not null default 0,
  failure text
);
create unique index duplicate_run_one on duplicate_run ((true)) where state in ('dipesan', 'membaca', 'membandingkan');
create index duplicate_run_ordered_by on duplicate_run (ordered_by);

-- Two records that may be one person, and what was decided about them. The people are named without a reference: a suspicion must not
-- keep an import from being undone, and a pair of which one is gone is seen by nobody. What was decided refers for good (not_same,
-- person_merge).
create table duplicate_pair (
  id uuid primary key,
  person_a uuid not null,
  person_b uuid not null,
  band text not null check (band in ('pasti', 'mungkin')),
  -- Bits; orders the work and is not shown.
  score double precision not null,
  -- Per field: what agrees (cocok, mirip, beda, belum), how much it weighs, and in words. Never a value.
  weights jsonb not null,
  sentence text not null,
  found_at timestamptz not null,
  run_id uuid not null references duplicate_run,
  state text not null default 'terbuka' check (state in ('terbuka', 'tanya', 'menunggu', 'sama', 'beda')),
  decided_by uuid references account,
  decided_at timestamptz,
  reason text not null default '',
  -- While a merge waits for its second person: the record to keep.
  wanted_keep uuid,
  unique (person_a, person_b),
  check (person_a < person_b),
  check ((state = 'terbuka') = (decided_by is null)),
  check ((state = 'menunggu') = (wanted_keep is not null))
);
create index duplicate_pair_b on duplicate_pair (person_b);
create index duplicate_pair_run on duplicate_pair (run_id);
create index duplicate_pair_decided_by on duplicate_pair (decided_by);
create index duplicate_pair_queue on duplicate_pair (state, score desc, id);

alter table person_merge
  add column reason text not null default '',
  add column pair_id uuid references duplicate_pair,
  add check (second_by is null or second_by <> merged_by);
create index person_merge_pair on person_merge (pair_id);

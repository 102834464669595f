-- How officers decided, one row an answer, with what the comparison said then: what the next model learns from.
create table pair_decision (
  id uuid primary key,
  pair_id uuid not null references duplicate_pair,
  account_id uuid not null references account,
  answer text not null check (answer in ('sama', 'beda')),
  band text not null check (band in ('pasti', 'mungkin')),
  score double precision not null,
  -- Level of agreement by field, as the engine numbers them; no value of either person.
  levels jsonb not null,
  at timestamptz not null
);
create index pair_decision_pair on pair_decision (pair_id, at desc);
create index pair_decision_account on pair_decision (account_id);

-- One decision in twenty is read again by another officer, who sees the records as they stood and not what was answered.
create table blind_reading (
  id uuid primary key,
  pair_id uuid not null unique references duplicate_pair,
  shown jsonb not null,
  state text not null default 'kedua' check (state in ('kedua', 'ketiga', 'selesai')),
  first_by uuid not null references account,
  first_answer text not null check (first_answer in ('sama', 'beda')),
  first_at timestamptz not null,
  second_by uuid references account,
  second_answer text check (second_answer in ('sama', 'beda')),
  second_at timestamptz,
  third_by uuid references account,
  third_answer text check (third_answer in ('sama', 'beda')),
  third_at timestamptz,
  check (second_by <> first_by),
  check (third_by <> first_by and third_by <> second_by),
  check ((state = 'kedua') = (second_by is null)),
  check ((third_by is not null) = (state = 'selesai' and first_answer <> second_answer))
);
create index blind_reading_first on blind_reading (first_by);
create index blind_reading_second on blind_reading (second_by);
create index blind_reading_third on blind_reading (third_by);
create index blind_reading_open on blind_reading (state) where state <> 'selesai';

-- Models of the comparison, learnt from decisions. None in force: the shipped one is.
create table link_model (
  id uuid primary key,
  params jsonb not null,
  trained_at timestamptz not null,
  trained_on jsonb not null,
  trained_by uuid not null references account,
  calibration jsonb,
  active boolean not null default false
);
create unique index link_model_active on link_model (active) where active;
create index link_model_trained_by on link_model (trained_by);
-- Who put which model in force, and when; no model: back to the shipped one.
create table link_model_activation (
  id uuid primary key,
  model_id uuid references link_model,
  at timestamptz not null,
  by_account uuid not null references account,
  reason text not null
);
create index link_model_activation_model on link_model_activation (model_id);
create index link_model_activation_by on link_model_activation (by_account);

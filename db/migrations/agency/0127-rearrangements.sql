-- Families put in order: who belongs to which, the head of each, the KK number of each. Kept whole, so that it can be taken back.
create table family_rearrangement (
  id uuid primary key,
  family_a uuid not null references family,
  family_b uuid not null references family,
  before jsonb not null,
  after jsonb not null,
  proof text not null,
  by_account uuid not null references account,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references account,
  check (family_a <> family_b)
);
create index family_rearrangement_a on family_rearrangement (family_a);
create index family_rearrangement_b on family_rearrangement (family_b);
create index family_rearrangement_by on family_rearrangement (by_account);
create index family_rearrangement_undone_by on family_rearrangement (undone_by);

-- A visit keeps the version of the form it was asked with, all its answers, where the officer stood, and what looked odd about it.
-- Flags tell a supervisor where to look; they stop nobody.
alter table verval
  add column form_id text,
  add column form_no integer,
  add column answers jsonb,
  add column place jsonb,
  add column flags text[] not null default '{}',
  add column outcome integer check (outcome between 1 and 5),
  add foreign key (form_id, form_no) references form_version (form_id, no);
comment on column verval.outcome is 'Result of the interview, code 205 of Regsosek: 1 complete, 2 incomplete, 3 no respondent, 4 declined, 5 moved or building gone.';
create index verval_form on verval (form_id, form_no);

-- What an officer has filled in and not yet sent: his own, one for each proposal.
create table verval_draft (
  usulan_id uuid not null references usulan,
  account_id uuid not null references account,
  form_id text not null,
  form_no integer not null,
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (usulan_id, account_id),
  foreign key (form_id, form_no) references form_version (form_id, no)
);
create index verval_draft_account on verval_draft (account_id);
create index verval_draft_form on verval_draft (form_id, form_no);

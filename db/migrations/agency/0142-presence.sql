-- The RT head's word that a neighbour still lives here. It proves nothing and changes nothing; a desk reads it beside other evidence.
create table presence_check (
  person_id uuid not null references person,
  on_date date not null,
  account_id uuid not null references account,
  at timestamptz not null,
  primary key (person_id, on_date)
);
create index presence_check_account on presence_check (account_id);

-- Who changed a row last: named to the officer whose version is older.
alter table person add column updated_by uuid references account;
create index person_updated_by on person (updated_by);
alter table family add column updated_by uuid references account;
create index family_updated_by on family (updated_by);
alter table family add column updated_at timestamptz not null default now();

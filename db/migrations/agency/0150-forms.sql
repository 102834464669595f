-- Forms that an agency imports, tries and publishes by itself. A published version is a row of form_version and never changes; what is
-- being worked on stands in form_draft, one for each form, together with what was wrong in the file and the cases that try it out.
create table form_draft (
  id uuid primary key,
  form_id text not null unique,
  title text not null,
  definition jsonb not null,
  lines jsonb not null,
  notes jsonb not null,
  cases jsonb not null default '[]',
  file_name text not null,
  changed_by uuid not null references account,
  changed_at timestamptz not null,
  version integer not null default 1
);
create index form_draft_changed_by on form_draft (changed_by);

-- Which version is asked for which purpose, from when on. Without a row it is version 1 of the nine criteria.
create table form_use (
  id uuid primary key,
  purpose text not null check (purpose in ('verval')),
  form_id text not null,
  form_no integer not null,
  since timestamptz not null,
  by_account uuid not null references account,
  foreign key (form_id, form_no) references form_version (form_id, no)
);
create index form_use_latest on form_use (purpose, since);
create index form_use_form on form_use (form_id, form_no);
create index form_use_by on form_use (by_account);

-- A place that a moratorium leaves out (a disaster area), and its end before the day it was meant to last to: each by a document.
create table moratorium_exception (
  moratorium_id uuid not null references moratorium,
  area_id integer not null,
  document text not null,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  primary key (moratorium_id, area_id)
);
create index moratorium_exception_recorded_by on moratorium_exception (recorded_by);
alter table moratorium
  add column ended_document text,
  add column ended_by uuid references account,
  add column ended_at timestamptz;
create index moratorium_ended_by on moratorium (ended_by);

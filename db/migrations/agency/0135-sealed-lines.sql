-- A list is published as one root: every family on it has a salted line, and her letter carries what proves it.
create table list_seal (
  run_id uuid primary key references selection_run,
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  line_count integer not null check (line_count > 0)
);
-- `line` is what the letter prints, word for word; `proof` the hashes on the way up to the root (33 bytes a step: side, hash).
create table list_line (
  run_id uuid not null references list_seal,
  no integer not null check (no > 0),
  family_id uuid not null references family,
  code text not null unique,
  salt text not null check (salt ~ '^[0-9a-f]{32}$'),
  line text not null,
  proof bytea not null check (length(proof) % 33 = 0),
  primary key (run_id, no),
  unique (run_id, family_id)
);
create index list_line_family on list_line (family_id);

-- What anybody may read: lists whose decree is or was in force, by sums and by root.
create function published_lists()
returns table (run_id uuid, programme text, period text, decree_number text, decree_on date, revoked boolean, masuk integer,
               ditahan integer, cadangan integer, line_count integer, root text)
language sql stable security definer as $$
  select s.id, p.name, v.period, d.number, d.on_date, d.state = 'dicabut', (s.counts->>'masuk')::integer,
         (s.counts->>'ditahan')::integer, (s.counts->>'cadangan')::integer, l.line_count, l.root
  from list_seal l
  join selection_run s on s.id = l.run_id and s.state = 'berlaku'
  join programme_version v on v.id = s.version_id
  join programme p on p.id = v.programme_id
  join decree d on d.id = s.decree_id and d.state in ('berlaku', 'dicabut')
  order by d.on_date desc, p.name, s.id
$$;

-- The line behind the code of one letter, with the place the list gives the family now. Read by the page that checks it, never shown.
create function sealed_line(wanted text)
returns table (run_id uuid, no integer, salt text, line text, proof bytea, place text, reserve_no integer)
language sql stable security definer as $$
  select l.run_id, l.no, l.salt, l.line, l.proof, r.place, r.reserve_no
  from list_line l join selection_row r on r.run_id = l.run_id and r.family_id = l.family_id
  where l.code = wanted
$$;

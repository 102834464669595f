-- A programme's terms, version by version; the frozen list; human decisions that survive every re-run.

alter table programme_version
  add column rank_by jsonb not null default '{"by":"desil"}',
  add column criteria_least integer check (criteria_least between 1 and 9),
  add column payee text not null default 'kepala' check (payee in ('kepala', 'anggota')),
  add column payee_rule text,
  add column ceiling bigint check (ceiling > 0),
  add column hold_until date,
  add column frozen_at timestamptz,
  add column version integer not null default 1,
  add check (payee = 'kepala' or payee_rule is not null),
  add check (target_unit <> 'orang' or payee = 'anggota');

alter table selection_run
  add column budget_line_id uuid references budget_line,
  add column amount bigint not null default 0 check (amount >= 0),
  add column benefit bigint not null default 1 check (benefit > 0),
  add column needs_second boolean not null default false,
  add column second_by uuid references account,
  add column second_at timestamptz,
  add column closed_reason text,
  add column version integer not null default 1,
  add check (second_by is null or second_by <> created_by);
create index selection_run_line on selection_run (budget_line_id);
create index selection_run_second_by on selection_run (second_by);
create index selection_row_place on selection_row (run_id, place, rank);

-- `tambahkan` counts only with a second person.
create table programme_decision (
  id uuid primary key,
  programme_id uuid not null references programme,
  family_id uuid not null references family,
  kind text not null check (kind in ('jangan_tahan', 'keluarkan', 'tambahkan')),
  code text not null,
  reason text not null check (reason <> ''),
  by_account uuid not null references account,
  at timestamptz not null default now(),
  second_by uuid references account,
  second_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  check (second_by is null or second_by <> by_account)
);
create unique index programme_decision_once on programme_decision (programme_id, family_id) where withdrawn_at is null;
create index programme_decision_family on programme_decision (family_id);
create index programme_decision_by on programme_decision (by_account);
create index programme_decision_second_by on programme_decision (second_by);
create index programme_decision_withdrawn_by on programme_decision (withdrawn_by);

-- The terms a list was prepared with never change: a later change is the next version.
create function forbid_change_of_frozen_terms() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null and (to_jsonb(new) - 'during') is distinct from (to_jsonb(old) - 'during') then
    raise exception 'a list was prepared with these terms' using errcode = '23514', constraint = 'programme_version_frozen';
  end if;
  return new;
end $$;
create trigger programme_version_frozen before update on programme_version for each row execute function forbid_change_of_frozen_terms();

create function forbid_change_of_frozen_quota() returns trigger language plpgsql as $$
begin
  if exists (select 1 from programme_version v where v.id = coalesce(new.version_id, old.version_id) and v.frozen_at is not null) then
    raise exception 'a list was prepared with this quota' using errcode = '23514', constraint = 'programme_version_frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger programme_quota_frozen before insert or update or delete on programme_quota for each row execute function forbid_change_of_frozen_quota();

-- A prepared list keeps its inputs, hashes and money; only its life goes on, and one in force stands still.
create function forbid_change_of_run() returns trigger language plpgsql as $$
declare life text[] := array['state', 'decree_id', 'second_by', 'second_at', 'closed_reason', 'version'];
begin
  if old.state in ('berlaku', 'usang') or (to_jsonb(new) - life) is distinct from (to_jsonb(old) - life) then
    raise exception 'a prepared list is frozen' using errcode = '23514', constraint = 'selection_run_frozen';
  end if;
  return new;
end $$;
create trigger selection_run_frozen before update on selection_run for each row execute function forbid_change_of_run();

-- Rows come with their run, in its own transaction, and never later.
create function forbid_late_row() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct run_id from added) a join selection_run r on r.id = a.run_id
             where r.state <> 'rancangan' or r.decree_id is not null) then
    raise exception 'a prepared list is frozen' using errcode = '23514', constraint = 'selection_run_frozen';
  end if;
  return null;
end $$;
create trigger selection_row_late after insert on selection_row referencing new table as added for each statement execute function forbid_late_row();

-- Who receives what under which decree is the decree's; holding and stopping are states of their own.
create function forbid_change_of_award() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state') then
    raise exception 'an award stands in a decree' using errcode = '23514', constraint = 'award_immutable';
  end if;
  return new;
end $$;
create trigger award_immutable before update on award for each row execute function forbid_change_of_award();

-- Handed over on a budget line, month by month: the whole sum, whoever asks (a sum names nobody, and money must add up).
create function handed_over_by_month(wanted_line uuid) returns table (month text, amount bigint)
language sql stable security definer as $$
  select to_char(h.occurred_at at time zone (select case g.zone when 'WIB' then 'Asia/Jakarta' when 'WITA' then 'Asia/Makassar' else 'Asia/Jayapura' end from agency g), 'YYYY-MM'),
         sum(h.amount)::bigint
  from selection_run s
  join award a on a.run_id = s.id
  join entitlement e on e.award_id = a.id
  join handover h on h.entitlement_id = e.id
  join lateral (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on last.kind = 'efektif'
  where s.budget_line_id = wanted_line
  group by 1
$$;

-- What the list in force says about the family of one proposal. Answers for the receipt of this transaction only, never for the
-- proposals of somebody else about a family (an objection, a report), and never with a value of the register: `given` holds only
-- what was answered in this very proposal.
create function public_outcome()
returns table (programme text, benefit bigint, period text, decree_number text, decree_on date, place text, rank integer,
               reserve_no integer, held_until date, admitted integer, reasons jsonb, given jsonb)
language sql stable security definer as $$
  with asked as (
    select u.id, coalesce(u.subject_family_id,
      (select m.family_id from family_member m where m.person_id = u.subject_person_id and m.state = 'sah' and upper_inf(m.during) limit 1)) as family_id
    from usulan u
    where u.id = nullif(current_setting('rukun.receipt', true), '')::uuid
      and u.kind in ('baru', 'perubahan', 'tambah_anggota', 'pindah_masuk', 'pecah_kk', 'gabung_kk')
  ), newest as (
    select distinct on (v.programme_id) s.id, v.programme_id, v.period, s.benefit, s.decree_id, s.counts
    from selection_run s join programme_version v on v.id = s.version_id
    where s.state = 'berlaku' order by v.programme_id, s.created_at desc
  )
  select p.name, n.benefit, n.period, d.number, d.on_date, r.place, r.rank, r.reserve_no, r.held_until,
         (n.counts->>'masuk')::integer, r.reasons,
         coalesce((select jsonb_object_agg(o.field, o.value) from observation_set os join observation o on o.set_id = os.id
                   where os.usulan_id = asked.id and os.source = 'usulan' and o.value is not null), '{}')
  from asked
  join selection_row r on r.family_id = asked.family_id
  join newest n on n.id = r.run_id
  join programme p on p.id = n.programme_id
  join decree d on d.id = n.decree_id
  order by d.on_date desc, p.name
$$;

-- Programmes of one group may not be received together in a year; without a group a programme may stand beside any other.
alter table programme_version add column exclusive_group text check (exclusive_group ~ '^[a-z0-9_]{1,40}$');

-- The answer to a receipt carries what bound the family's place, and the coded reason of an officer who took it out as it counted when
-- the list was computed.
drop function public_outcome(date);
create function public_outcome(today date)
returns table (programme text, benefit bigint, period text, decree_number text, decree_on date, place text, rank integer,
               reserve_no integer, held_until date, admitted integer, reasons jsonb, rules jsonb, given jsonb, left_by text,
               binding text, decided text)
language sql stable security definer as $$
  with asked as (
    select u.id, coalesce(u.subject_family_id,
      (select m.family_id from family_member m where m.person_id = u.subject_person_id and m.state = 'sah' and upper_inf(m.during) limit 1)) as family_id
    from usulan u
    where u.id = nullif(current_setting('rukun.receipt', true), '')::uuid
      and u.kind in ('baru', 'perubahan', 'tambah_anggota', 'pindah_masuk', 'pecah_kk', 'gabung_kk')
  ), newest as (
    select distinct on (v.programme_id) s.id, v.programme_id, v.period, v.rules, s.benefit, s.decree_id, s.counts, s.created_at
    from selection_run s join programme_version v on v.id = s.version_id
    where s.state = 'berlaku' order by v.programme_id, s.created_at desc
  )
  select p.name, n.benefit, n.period, coalesce(turn.number, d.number), coalesce(turn.on_date, d.on_date),
         case when turn.left_by is null and turn.on_date is not null then 'masuk' when gone.left_by is not null then 'tidak' else r.place end,
         r.rank, r.reserve_no, r.held_until, (n.counts->>'masuk')::integer, r.reasons, n.rules,
         coalesce((select jsonb_object_agg(o.field, o.value) from observation_set os join observation o on o.set_id = os.id
                   where os.usulan_id = asked.id and os.source = 'usulan' and o.value is not null), '{}'),
         gone.left_by, coalesce(r.binding, ''),
         (select x.code from programme_decision x
          where r.binding = 'keputusan' and x.programme_id = n.programme_id and x.family_id = asked.family_id and x.kind = 'keluarkan'
            and x.at <= n.created_at and (x.withdrawn_at is null or x.withdrawn_at > n.created_at)
          order by x.at desc limit 1)
  from asked
  join selection_row r on r.family_id = asked.family_id
  join newest n on n.id = r.run_id
  join programme p on p.id = n.programme_id
  join decree d on d.id = n.decree_id
  join family f on f.id = asked.family_id
  left join area here on here.id = f.scope_area_id
  left join area there on there.id = r.area_id
  left join lateral (
    select e.number, e.on_date, case when x.leaves = asked.family_id then x.reason end as left_by
    from list_change c
    join list_change_pair x on x.change_id = c.id and asked.family_id in (x.joins, x.leaves)
    join decree e on e.id = c.decree_id
    where c.run_id = n.id and c.state = 'berlaku' order by e.on_date desc, c.created_at desc limit 1) turn on true
  left join lateral (
    select coalesce(turn.left_by,
      case when turn.on_date is not null then null
           when r.place = 'ditahan' and r.held_until < today then 'tempat_lewat'
           when r.place = 'cadangan' and coalesce(here.desa_id, f.scope_area_id) <> coalesce(there.desa_id, r.area_id) then 'pindah' end) as left_by) gone on true
  order by coalesce(turn.on_date, d.on_date) desc, p.name
$$;

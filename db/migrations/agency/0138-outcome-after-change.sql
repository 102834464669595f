-- A family that joined a list by a changing decree reads that she is on it, under that decree.
create or replace function public_outcome()
returns table (programme text, benefit bigint, period text, decree_number text, decree_on date, place text, rank integer,
               reserve_no integer, held_until date, admitted integer, reasons jsonb, rules jsonb, given jsonb)
language sql stable security definer as $$
  with asked as (
    select u.id, coalesce(u.subject_family_id,
      (select m.family_id from family_member m where m.person_id = u.subject_person_id and m.state = 'sah' and upper_inf(m.during) limit 1)) as family_id
    from usulan u
    where u.id = nullif(current_setting('rukun.receipt', true), '')::uuid
      and u.kind in ('baru', 'perubahan', 'tambah_anggota', 'pindah_masuk', 'pecah_kk', 'gabung_kk')
  ), newest as (
    select distinct on (v.programme_id) s.id, v.programme_id, v.period, v.rules, s.benefit, s.decree_id, s.counts
    from selection_run s join programme_version v on v.id = s.version_id
    where s.state = 'berlaku' order by v.programme_id, s.created_at desc
  )
  select p.name, n.benefit, n.period, coalesce(joined.number, d.number), coalesce(joined.on_date, d.on_date),
         case when joined.on_date is not null then 'masuk' else r.place end, r.rank, r.reserve_no, r.held_until,
         (n.counts->>'masuk')::integer, r.reasons, n.rules,
         coalesce((select jsonb_object_agg(o.field, o.value) from observation_set os join observation o on o.set_id = os.id
                   where os.usulan_id = asked.id and os.source = 'usulan' and o.value is not null), '{}')
  from asked
  join selection_row r on r.family_id = asked.family_id
  join newest n on n.id = r.run_id
  join programme p on p.id = n.programme_id
  join decree d on d.id = n.decree_id
  left join lateral (
    select e.number, e.on_date from list_change c
    join list_change_pair x on x.change_id = c.id and x.joins = asked.family_id
    join decree e on e.id = c.decree_id
    where c.run_id = n.id and c.state = 'berlaku' order by e.on_date desc limit 1) joined on true
  order by coalesce(joined.on_date, d.on_date) desc, p.name
$$;

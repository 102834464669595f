-- The answer to a receipt carries the rows of the juknis that decided, so that the citizen reads why in words.
drop function public_outcome();
create function public_outcome()
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
  select p.name, n.benefit, n.period, d.number, d.on_date, r.place, r.rank, r.reserve_no, r.held_until,
         (n.counts->>'masuk')::integer, r.reasons, n.rules,
         coalesce((select jsonb_object_agg(o.field, o.value) from observation_set os join observation o on o.set_id = os.id
                   where os.usulan_id = asked.id and os.source = 'usulan' and o.value is not null), '{}')
  from asked
  join selection_row r on r.family_id = asked.family_id
  join newest n on n.id = r.run_id
  join programme p on p.id = n.programme_id
  join decree d on d.id = n.decree_id
  order by d.on_date desc, p.name
$$;

-- The awards of a list whose decree is in force: one for every admitted family, whoever puts the decree in force. A family that has
-- become protected since then is out of that officer's sight and keeps its aid. Once for each list.
create function award_list(wanted_run uuid) returns table (made integer, amount bigint)
language plpgsql security definer as $$
declare list record;
begin
  select s.id, s.decree_id, s.benefit, v.programme_id into list
  from selection_run s join programme_version v on v.id = s.version_id join decree d on d.id = s.decree_id
  where s.id = wanted_run and s.state = 'rancangan' and d.state = 'berlaku' and d.ref_id = s.id
    and not exists (select 1 from award a where a.run_id = s.id)
  for update of s;
  if list.id is null then
    raise exception 'this list has no decree in force, or has its awards' using errcode = '23514', constraint = 'award_list_state';
  end if;
  return query
    with new_awards as (
      insert into award (id, decree_id, run_id, programme_id, family_id, payee_id, area_id, amount, manual_reason, second_by)
      select gen_random_uuid(), list.decree_id, list.id, list.programme_id, r.family_id, r.person_id, r.area_id, list.benefit,
             d.code || ': ' || d.reason, d.second_by
      from selection_row r
      left join programme_decision d on r.binding = 'keputusan' and d.programme_id = list.programme_id and d.family_id = r.family_id
        and d.kind = 'tambahkan' and d.withdrawn_at is null
      where r.run_id = list.id and r.place = 'masuk'
      returning award.amount)
    select count(*)::integer, coalesce(sum(n.amount), 0)::bigint from new_awards n;
end $$;

-- A decree that was revoked carries no aid any more: all awards of its list stop, seen or not.
create function stop_awards(wanted_run uuid) returns integer
language plpgsql security definer as $$
declare stopped integer;
begin
  update award a set state = 'dihentikan'
  from selection_run s join decree d on d.id = s.decree_id
  where a.run_id = wanted_run and s.id = a.run_id and d.state = 'dicabut' and a.state <> 'dihentikan';
  get diagnostics stopped = row_count;
  return stopped;
end $$;

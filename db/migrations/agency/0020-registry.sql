-- The newest day on which any source spoke of this person or family: what is older than twelve months stands on the data-quality board.
alter table person add column observed_on date not null default current_date;
create index person_observed on person (observed_on);
alter table family add column observed_on date not null default current_date;
-- The folded text one searches an address by.
alter table family add column address_fold text not null default '';
create index family_address_trgm on family using gin (address_fold gin_trgm_ops);

-- Kepmensos 262/HUK/2022: the nine criteria as form version 1. Immutable: another wording is another version.
insert into form (id, name) values ('sembilan_kriteria', 'Sembilan kriteria fakir miskin (Kepmensos 262/HUK/2022)');
insert into form_version (form_id, no, definition, hash) values ('sembilan_kriteria', 1, $form${"form":"sembilan_kriteria","no":1,"subject":"family","source":"Kepmensos 262/HUK/2022","answers":["ya","tidak","tidak_tahu","menolak"],"questions":[{"no":1,"field":"tanpa_tempat_berteduh","label":{"id":"Tanpa tempat berteduh","en":"No shelter"},"text":{"id":"Apakah keluarga ini tidak punya tempat berteduh atau tempat tinggal sehari-hari?","en":"Is this family without a place to shelter or live?"}},{"no":2,"field":"tanpa_penghasilan_tetap","label":{"id":"Tidak bekerja atau tanpa penghasilan tetap","en":"No work or no fixed income"},"text":{"id":"Apakah kepala keluarga atau pengurus keluarga tidak bekerja, atau bekerja tanpa penghasilan tetap?","en":"Is the head or the person in charge of the family without work, or working without a fixed income?"}},{"no":3,"field":"pernah_khawatir_pangan","label":{"id":"Pernah khawatir atau tidak makan","en":"Worried about food or went without"},"text":{"id":"Dalam setahun terakhir, pernahkah keluarga ini khawatir tidak bisa makan, atau pernah tidak makan?","en":"In the last year, has this family ever worried about having no food, or gone without food?"}},{"no":4,"field":"pangan_lebih_separuh","label":{"id":"Pangan lebih dari setengah pengeluaran","en":"Food is over half of spending"},"text":{"id":"Apakah lebih dari setengah pengeluaran keluarga dipakai untuk makan?","en":"Does food take more than half of what the family spends?"}},{"no":5,"field":"tanpa_belanja_pakaian","label":{"id":"Setahun tanpa belanja pakaian","en":"No clothes bought in a year"},"text":{"id":"Apakah selama setahun terakhir keluarga ini tidak mengeluarkan uang untuk pakaian?","en":"Has the family spent nothing on clothes in the last year?"}},{"no":6,"field":"lantai_tanah_plester","label":{"id":"Lantai tanah atau plester","en":"Floor of earth or plaster"},"text":{"id":"Apakah sebagian besar lantai rumahnya tanah atau plester?","en":"Is most of the floor of the house earth or plaster?"}},{"no":7,"field":"dinding_sederhana","label":{"id":"Dinding bahan sederhana","en":"Walls of simple material"},"text":{"id":"Apakah sebagian besar dindingnya bambu, kawat, papan kayu, terpal, kardus, tembok tanpa plester, rumbia, atau seng?","en":"Are most walls bamboo, wire, boards, tarpaulin, cardboard, unplastered brick, thatch or zinc sheets?"}},{"no":8,"field":"tanpa_jamban_sendiri","label":{"id":"Tanpa jamban sendiri","en":"No latrine of their own"},"text":{"id":"Apakah keluarga ini tidak punya jamban sendiri, atau memakai jamban bersama?","en":"Is the family without a latrine of its own, or using a communal one?"}},{"no":9,"field":"listrik_450_atau_tanpa","label":{"id":"Listrik 450 watt atau bukan listrik","en":"450 W or no electricity"},"text":{"id":"Apakah penerangan rumahnya listrik berdaya 450 watt, atau bukan listrik?","en":"Is the house lit by a 450 W connection, or by something other than electricity?"}}]}$form$,
  '52fb4db5e467e721cd80d9a5e0eeec198be59d6ed6b442898ffaa39a2cc2514c');

-- Which source counts when several speak of one field: the lowest rank among those that are not too old. '*' holds for every field
-- without rows of its own. A field check older than twelve months gives way to the centre's file.
insert into source_precedence (field, source, rank, max_age_months) values
  ('*', 'dukcapil', 10, null),
  ('*', 'verval', 20, 12),
  ('*', 'opd', 30, 12),
  ('*', 'petugas', 30, 12),
  ('*', 'siks', 40, 12),
  ('*', 'usulan', 50, 12);

-- Is a number in use by anybody of this agency? Yes or no, nothing else; a protected person answers like nobody at all.
create function identifier_taken(wanted_kind text, wanted_value text) returns boolean
language sql stable security definer as $$
  select exists (
    select 1 from person_identifier i join person p on p.id = i.person_id
    where i.kind = wanted_kind and i.value = wanted_value and i.state = 'aktif' and p.protection < 2)
$$;

-- Told after a claimant was recorded with a number whose holder the claimant's officer does not see. Opens one task at the agency: at
-- the ordinary level, or for a protected holder at level 3, where only those who may know read it. Answers whether the officer may be
-- told that the number is known elsewhere.
create function report_hidden_holder(wanted_kind text, wanted_value text, claimant uuid, task_id uuid, due date) returns boolean
language plpgsql security definer as $$
declare
  holder_protection integer;
begin
  select p.protection into holder_protection
  from person_identifier i join person p on p.id = i.person_id
  where i.kind = wanted_kind and i.value = wanted_value and i.state = 'aktif' and p.id <> claimant;
  if holder_protection is null then
    return false;
  end if;
  insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on)
  select task_id, 'nomor_tercatat_lain', 'Nomor yang sama diajukan di wilayah lain',
         case when holder_protection >= 2
           then 'Nomor milik orang yang dilindungi diajukan pada orang ini. Petugas yang mengetik tidak diberi tahu.'
           else 'Nomor pada orang ini sudah dipegang orang lain di wilayah lain. Bandingkan keduanya, lalu putuskan pemegangnya.' end,
         case when holder_protection >= 2 then 3 else 0 end, a.area_id, claimant,
         case when holder_protection >= 2 then 'peksos' else 'verifikator' end, due
  from agency a
  where not exists (select 1 from task t where t.kind = 'nomor_tercatat_lain' and t.subject_person_id = claimant and t.state = 'terbuka'
                      and t.level = case when holder_protection >= 2 then 3 else 0 end);
  return holder_protection < 2;
end $$;

-- The same for a KK number that a family out of the officer's sight holds. `claimant` is the person who was placed with it.
create function report_hidden_family(wanted_value text, claimant uuid, claimant_family uuid, task_id uuid, due date) returns boolean
language plpgsql security definer as $$
declare
  holder uuid;
  holder_protection integer;
begin
  select f.id, greatest(f.protection, coalesce(max(p.protection), 0)) into holder, holder_protection
  from family_card c join family f on f.id = c.family_id
  left join family_member m on m.family_id = f.id and m.state = 'sah' and upper_inf(m.during)
  left join person p on p.id = m.person_id
  where c.nomor_kk = wanted_value and c.state = 'aktif' and f.id <> claimant_family
  group by f.id, f.protection;
  if holder is null then
    return false;
  end if;
  insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on)
  select task_id, 'kk_tercatat_lain', 'Nomor KK yang sama diajukan di wilayah lain',
         case when holder_protection >= 2
           then 'Nomor KK keluarga yang dilindungi diajukan untuk orang ini. Petugas yang mengetik tidak diberi tahu.'
           else 'Nomor KK orang ini sudah dipegang keluarga di wilayah lain. Bandingkan kedua keluarga.' end,
         case when holder_protection >= 2 then 3 else 0 end, a.area_id, claimant,
         case when holder_protection >= 2 then 'peksos' else 'verifikator' end, due
  from agency a
  where not exists (select 1 from task t where t.kind = 'kk_tercatat_lain' and t.subject_person_id = claimant and t.state = 'terbuka'
                      and t.level = case when holder_protection >= 2 then 3 else 0 end);
  return holder_protection < 2;
end $$;

-- A matter at the agency's own level that an officer of a smaller area may raise but not read (a likely double elsewhere, odd searching).
create function raise_agency_task(task_id uuid, wanted_kind text, wanted_title text, wanted_detail text, wanted_level integer,
                                  claimant uuid, wanted_role text, due date) returns void
language sql security definer as $$
  insert into task (id, kind, title, detail, level, area_id, subject_person_id, role, due_on)
  select task_id, wanted_kind, wanted_title, wanted_detail, wanted_level, a.area_id, claimant, wanted_role, due from agency a
  where not exists (select 1 from task t where t.kind = wanted_kind and t.subject_person_id is not distinct from claimant
                      and t.level = wanted_level and t.state = 'terbuka')
$$;

-- The search behind the one box. Operators of text similarity are not leakproof, so below a row policy no index serves them; here the
-- rule of visibility is written out and the index is used. Gives ids only: the caller reads the rows under its own policy again.
create function find_people_like(wanted text, threshold real, how_many integer) returns table (id uuid, score real)
language plpgsql stable security definer as $$
declare
  wide boolean := current_setting('role', true) in ('rukun_wide', 'rukun_import');
  clearance integer := guard_clearance();
  areas integer[] := guard_areas();
  cases uuid[] := guard_case_persons();
begin
  if current_setting('role', true) not in ('rukun_area', 'rukun_wide', 'rukun_import') then
    return;
  end if;
  perform set_config('pg_trgm.word_similarity_threshold', threshold::text, true);
  -- A protected name is found by its case team only; for everybody else she has an alias.
  if wide then
    return query
      select p.id, (word_similarity(wanted, p.name_fold) + similarity(wanted, p.name_fold))::real
      from person p
      where wanted <% p.name_fold and p.merged_into is null
        and ((p.protection < 2 and p.protection <= clearance) or p.id = any (cases))
      order by 2 desc, 1 limit how_many;
  else
    return query
      select p.id, (word_similarity(wanted, p.name_fold) + similarity(wanted, p.name_fold))::real
      from person p
      where wanted <% p.name_fold and p.merged_into is null
        and ((p.protection < 2 and p.protection <= clearance and p.scope_area_id = any (areas)) or p.id = any (cases))
      order by 2 desc, 1 limit how_many;
  end if;
end $$;

create function find_families_at(words text[], how_many integer) returns table (id uuid)
language plpgsql stable security definer as $$
declare
  wide boolean := current_setting('role', true) in ('rukun_wide', 'rukun_import');
begin
  if current_setting('role', true) not in ('rukun_area', 'rukun_wide', 'rukun_import') or cardinality(words) = 0 then
    return;
  end if;
  return query
    select f.id from family f
    where f.address_fold like all (select '%' || w || '%' from unnest(words) w) and f.merged_into is null
      and f.protection <= guard_clearance() and (wide or f.scope_area_id = any (guard_areas()))
    order by f.address_fold, f.id limit how_many;
end $$;

-- Is there somebody of this name and birth out of the officer's sight? `may_say`: an ordinary person elsewhere; `keep_silent`: a
-- protected one, of whom nothing is said. Names must agree closely and the birth day or, where it is unknown, nothing contradicts.
create function likely_elsewhere(wanted text, born date, except_ids uuid[]) returns table (may_say boolean, keep_silent boolean)
language plpgsql stable security definer as $$
declare
  wide boolean := current_setting('role', true) in ('rukun_wide', 'rukun_import');
begin
  perform set_config('pg_trgm.similarity_threshold', '0.7', true);
  return query
    with same as (
      select p.protection from person p
      where p.name_fold % wanted and p.birth_on = born and p.merged_into is null and not p.id = any (except_ids)
        and not p.id = any (guard_case_persons())
        and not (p.protection <= guard_clearance() and (wide or p.scope_area_id = any (guard_areas())))
      limit 50)
    select coalesce(bool_or(protection < 2), false), coalesce(bool_or(protection >= 2), false) from same;
end $$;

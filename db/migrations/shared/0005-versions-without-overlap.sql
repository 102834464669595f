-- A place has one version and a code one bearer on any day. Exclusion constraints held that with a GiST index each, which cost more than half
-- of loading all Indonesia. A unique b-tree and a trigger that first takes the place's (or the code's) lock hold the same: ADR 0013.
alter table ref.area_version drop constraint area_version_one_at_a_time;
alter table ref.area_code drop constraint area_code_one_at_a_time;
create unique index area_version_one_start on ref.area_version (area_id, lower(during));
create unique index area_code_one_start on ref.area_code (code, system, lower(during));

create function ref.refuse_overlapping_version() returns trigger language plpgsql security definer set search_path = ref as $$
begin
  -- Whoever changes the same place waits here, and then sees what the other wrote.
  perform from area where id = new.area_id for no key update;
  if (select count(*) from area_version v where v.area_id = new.area_id and v.during && new.during) > 1 then
    raise exclusion_violation using message = format('area %s has two versions on one day', new.area_id), constraint = 'area_version_one_at_a_time';
  end if;
  return null;
end $$;
create trigger area_version_one_at_a_time after insert or update on ref.area_version
  for each row execute function ref.refuse_overlapping_version();

create function ref.refuse_overlapping_code() returns trigger language plpgsql security definer set search_path = ref as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ref.area_code ' || new.system || ' ' || new.code, 0));
  if (select count(*) from area_code c where c.code = new.code and c.system = new.system and c.during && new.during) > 1 then
    raise exclusion_violation using message = format('%s code %s has two bearers on one day', new.system, new.code), constraint = 'area_code_one_at_a_time';
  end if;
  return null;
end $$;
create trigger area_code_one_at_a_time after insert or update on ref.area_code
  for each row execute function ref.refuse_overlapping_code();

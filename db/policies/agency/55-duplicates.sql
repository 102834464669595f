-- A pair is seen by who sees both: neither a place elsewhere nor a protected person shows through it.
insert into guard_rule values
  ('duplicate_run', 'false', 'true', '', 'iu'),
  ('duplicate_pair', 'exists (select 1 from person p where p.id = person_a) and exists (select 1 from person p where p.id = person_b)',
                     'exists (select 1 from person p where p.id = person_a) and exists (select 1 from person p where p.id = person_b)', '', 'iu');

-- A new look takes away what it no longer finds.
grant delete on duplicate_pair to rukun_import;
create policy scan_removes on duplicate_pair for delete to rukun_import using (state = 'terbuka');
-- Undoing a merge takes back the claims that the merge added, and nothing else.
grant delete on person_identifier to rukun_wide;
create policy unmerge_removes on person_identifier for delete to rukun_wide using (source = 'penggabungan');

-- The list of changes names protected people too, by id only: it is read by what keeps the index, under the import's role, and by no
-- officer. It is written by triggers, as the owner.
insert into guard_rule values ('person_change', 'false', 'false', '', '');
create policy online_reads on person_change for select to rukun_import using (true);
grant delete on person_change to rukun_import;
create policy online_forgets on person_change for delete to rukun_import using (true);

do $do$
begin
  execute format('alter function note_person_change() set search_path = %I, ref, public, pg_temp', current_schema());
  revoke execute on function note_person_change() from public, rukun_app, rukun_public;
end $do$;

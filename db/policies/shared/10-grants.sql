-- Grants on the shared schemas, re-applied as a whole after every migration.
grant usage on schema ref, auth, jobs to rukun_app, rukun_area, rukun_wide, rukun_import, rukun_public;
grant select on all tables in schema ref to rukun_app, rukun_area, rukun_wide, rukun_import, rukun_public;
grant select, insert, update, delete on all tables in schema auth to rukun_app;
revoke insert, update, delete on auth.agency, auth.agency_user from rukun_app;
grant execute on function jobs.enqueue to rukun_app, rukun_area, rukun_wide, rukun_import, rukun_public;

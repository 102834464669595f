-- A place that has ended stays in the projection, so that whoever and whatever names it is still found; its code may go on with a successor.
alter table ref.area_now add column ended_on date;
drop index ref.area_now_kode;
create unique index area_now_kode on ref.area_now (kode) where ended_on is null;

-- Wrong passwords and wrong codes are counted apart.
alter table auth.sign_in_failure add column kind text not null default 'sandi' check (kind in ('sandi', 'kode'));
create index sign_in_failure_address on auth.sign_in_failure (client_ip, at);

-- What a finished meeting was held against: least number present and roles, as they were configured that day.
alter table musyawarah add column rules jsonb;
comment on column musyawarah.rules is 'minimum and roles of the day the meeting was finished; null while it is open, and for an SPTJM.';
create index task_reminder on task (kind, area_id) where state = 'terbuka';

-- What is known of a photo beside its bytes: where it was taken as the sender's device said (a field of its own; the bytes hold no place),
-- its size, and what an officer should doubt.
alter table usulan_file
  add column lat double precision check (lat between -90 and 90),
  add column lng double precision check (lng between -180 and 180),
  add column accuracy_m integer check (accuracy_m >= 0),
  add column doubts text[] not null default '{}';

-- Since when somebody has a usulan in hand (assigned_to); a mark for colleagues, no lock. It ends when the usulan comes to another desk.
alter table usulan add column assigned_at timestamptz;

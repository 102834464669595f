-- Musdes/muskel, ratification, the centre's cycle and the life of a decree.

alter table musyawarah
  add column finished_at timestamptz,
  add column finished_by uuid references account,
  add column ba_file uuid references file,
  add column quorum_note text not null default '',
  add column counts jsonb not null default '{}',
  add column scan_state text not null default 'belum' check (scan_state in ('belum', 'diterima', 'diminta_lagi')),
  add column scan_note text not null default '',
  add check (state <> 'selesai' or (number is not null and ba_hash is not null and ba_file is not null and finished_by is not null));
create index musyawarah_ba_file on musyawarah (ba_file);
create index musyawarah_finished_by on musyawarah (finished_by);
create index musyawarah_on_date on musyawarah (on_date, area_id);

alter table musyawarah_item
  add column verval_result text,
  add column against_verval boolean not null default false,
  add column reason_code text,
  add column version integer not null default 1;

-- Who is close to the family of a row, in what way, and whether he left the room while it was decided.
create table musyawarah_conflict (
  musyawarah_id uuid not null,
  usulan_id uuid not null,
  attendee_no integer not null,
  relation text not null check (relation <> ''),
  left_room boolean not null,
  primary key (musyawarah_id, usulan_id, attendee_no),
  foreign key (musyawarah_id, usulan_id) references musyawarah_item on delete cascade,
  foreign key (musyawarah_id, attendee_no) references musyawarah_attendance on delete cascade
);
create index musyawarah_conflict_attendee on musyawarah_conflict (musyawarah_id, attendee_no);

-- A finished meeting stands as its berita acara says it. Only the scan of the signed paper is still to come.
create function forbid_change_of_finished_meeting() returns trigger language plpgsql as $$
declare life text[] := array['scan_file', 'scan_state', 'scan_note', 'version'];
begin
  if old.state = 'selesai' and (to_jsonb(new) - life) is distinct from (to_jsonb(old) - life) then
    raise exception 'the meeting is finished' using errcode = '23514', constraint = 'musyawarah_immutable';
  end if;
  return new;
end $$;
create trigger musyawarah_immutable before update on musyawarah for each row execute function forbid_change_of_finished_meeting();

create function forbid_change_in_finished_meeting() returns trigger language plpgsql as $$
begin
  if (select m.state from musyawarah m where m.id = coalesce(new.musyawarah_id, old.musyawarah_id)) = 'selesai' then
    raise exception 'the meeting is finished' using errcode = '23514', constraint = 'musyawarah_immutable';
  end if;
  return coalesce(new, old);
end $$;
create trigger musyawarah_item_immutable before insert or update or delete on musyawarah_item for each row execute function forbid_change_in_finished_meeting();
create trigger musyawarah_attendance_immutable before insert or update or delete on musyawarah_attendance for each row execute function forbid_change_in_finished_meeting();
create trigger musyawarah_conflict_immutable before insert or update or delete on musyawarah_conflict for each row execute function forbid_change_in_finished_meeting();

alter table batch
  add column note text not null default '',
  add column nota_number text,
  add column nota_file uuid references file,
  add column sent_at timestamptz,
  add column sent_by uuid references account,
  add column correction_reason text,
  add check (replaces is null or correction_reason is not null),
  add check (state = 'disusun' or (rows_hash is not null and decree_id is not null and sent_by is not null and sent_at is not null));
create unique index batch_one_correction on batch (replaces) where replaces is not null;
create unique index batch_one_open on batch (period) where state = 'disusun' and replaces is null;
create index batch_sent_by on batch (sent_by);
create index batch_nota_file on batch (nota_file);

-- What was sent, as it stood that day: the line of the annex, without full numbers; the hash is taken over the evidence itself.
alter table batch_item
  add column line jsonb not null default '{}',
  add column version integer not null default 1;

-- A batch goes forward only; what was sent is never changed, and a ratified batch stands.
create function forbid_change_of_batch() returns trigger language plpgsql as $$
declare open_parts text[] := array['state', 'version'];
begin
  if old.state = 'disahkan' then
    raise exception 'batch already ratified' using errcode = '23514', constraint = 'batch_immutable';
  end if;
  if old.state = 'dikirim' and (new.state = 'disusun' or (to_jsonb(new) - open_parts) is distinct from (to_jsonb(old) - open_parts)) then
    raise exception 'batch already sent' using errcode = '23514', constraint = 'batch_immutable';
  end if;
  if old.state = 'disusun' and new.state = 'disahkan' then
    raise exception 'batch was not sent' using errcode = '23514', constraint = 'batch_immutable';
  end if;
  return new;
end $$;
create trigger batch_immutable before update on batch for each row execute function forbid_change_of_batch();

alter table centre_submission
  add column result_by uuid references account,
  add column version integer not null default 1;
create index centre_submission_waiting on centre_submission (batch_id) where keyed_at is null;
create index centre_submission_result_by on centre_submission (result_by);

alter table decree
  add column signed_kind text check (signed_kind in ('definitif', 'plt', 'plh')),
  add column signed_position text,
  add column recorded_by uuid references account,
  add column recorded_at timestamptz,
  add column ref_kind text,
  add column ref_id uuid,
  add column ended_reason text,
  add column ended_by uuid references account,
  add column ended_at timestamptz,
  add check (state <> 'dicabut' or (ended_reason is not null and ended_by is not null)),
  add check ((state in ('berlaku')) = (in_force_at is not null and ended_at is null));
create index decree_recorded_by on decree (recorded_by);
create index decree_ended_by on decree (ended_by);
create index decree_ref on decree (ref_id);

-- What was signed is not signed again: number, date and signatory stand from then on.
create function forbid_change_of_signature() returns trigger language plpgsql as $$
declare life text[] := array['state', 'in_force_at', 'ended_reason', 'ended_by', 'ended_at', 'file_id', 'version'];
begin
  if old.state in ('ditandatangani', 'berlaku') and (to_jsonb(new) - life) is distinct from (to_jsonb(old) - life) then
    raise exception 'a signed decree stands as it was signed' using errcode = '23514', constraint = 'decree_immutable';
  end if;
  return new;
end $$;
create trigger decree_signed before update on decree for each row execute function forbid_change_of_signature();

-- Voided numbers are kept with the reason; they are never used again.
alter table letter
  add column void_reason text,
  add column void_by uuid references account,
  add column void_at timestamptz,
  add check (state <> 'batal' or (void_reason is not null and void_by is not null));
create index letter_void_by on letter (void_by);
create index letter_ref on letter (ref_id);

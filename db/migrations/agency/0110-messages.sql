-- What officers find in their box, and what goes out by mail, WhatsApp or SMS. A citizen's own box is her status page
-- (usulan_event.citizen_text); here stands only that she was pointed to it.
create table message (
  id uuid primary key,
  template text not null,
  channel text not null check (channel in ('kotak', 'surel', 'wa', 'sms')),
  account_id uuid references account,
  usulan_id uuid references usulan,
  recipient text,
  subject text not null,
  body text not null,
  href text,
  file_id uuid references file,
  state text not null check (state in ('antre', 'terkirim', 'serah', 'gagal', 'batal')),
  attempts integer not null default 0 check (attempts >= 0),
  next_try_at timestamptz,
  fault text,
  at timestamptz not null,
  sent_at timestamptz,
  sent_by uuid references account,
  read_at timestamptz,
  version integer not null default 1,
  check ((channel = 'kotak') = (account_id is not null)),
  check ((channel = 'kotak') = (recipient is null)),
  check ((state = 'antre') = (next_try_at is not null)),
  check ((state = 'terkirim') = (sent_at is not null)),
  -- No message carries a whole NIK or KK number, however it is grouped.
  constraint message_without_number check (
    subject || ' ' || body !~ '(^|[^0-9a-z])([0-9]{4}[ .-]?[0-9]{4}[ .-]?[0-9]{4}[ .-]?[0-9]{4}|[0-9]{6}[ .-]?[0-9]{6}[ .-]?[0-9]{4})([^0-9a-z]|$)')
);
create index message_account on message (account_id, id) where account_id is not null;
create index message_usulan on message (usulan_id);
create index message_due on message (next_try_at) where state = 'antre';
create index message_state on message (state, id) where state in ('gagal', 'serah');
create index message_sent_by on message (sent_by);
create index message_file on message (file_id);

-- The agency's own words; without a row the words that come with Rukun are used.
create table message_template (
  code text primary key,
  subject text not null,
  body text not null,
  version integer not null default 1,
  changed_by uuid not null references account,
  changed_at timestamptz not null
);
create index message_template_changed_by on message_template (changed_by);

create table message_setting (
  id integer primary key default 1 check (id = 1),
  wa boolean not null default false,
  sms boolean not null default false,
  report_to text[] not null default '{}',
  report_at text not null default '18:00' check (report_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  version integer not null default 1
);
insert into message_setting default values;

-- Where the holder of a receipt wants to hear that there is news. Given by herself, behind number and PIN; gone when she says so.
create table citizen_address (
  usulan_id uuid not null references usulan,
  channel text not null check (channel in ('surel', 'wa', 'sms')),
  address text not null,
  since timestamptz not null,
  primary key (usulan_id, channel)
);
-- When the box of a number was opened last, so that the page can mark what is new.
create table citizen_box (
  usulan_id uuid primary key references usulan,
  opened_at timestamptz not null
);

-- Mail leaves under an account of its own, without sign-in.
insert into account (id, kind, username, display_name) values ('01900000-0000-7000-8000-000000007110', 'sistem', 'kurir', 'Pengiriman pesan')
  on conflict do nothing;

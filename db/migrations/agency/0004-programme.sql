create table fund_source (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('apbd', 'btt', 'apbn_barang', 'provinsi', 'hibah', 'csr', 'baznas', 'tanpa_biaya'))
);
-- Which document of a source admits which act. Default deny: an act without a row here, or without its document, does not pass.
create table fund_admission (
  kind text not null,
  act text not null check (act in ('siapkan_daftar', 'tetapkan', 'salurkan', 'pesan')),
  document_kind text not null,
  primary key (kind, act, document_kind)
);
create table fund_document (
  id uuid primary key,
  fund_source_id uuid not null references fund_source,
  kind text not null,
  number text not null,
  on_date date not null,
  year integer not null,
  file_id uuid references file,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null default now()
);
create index fund_document_source on fund_document (fund_source_id);
create index fund_document_file on fund_document (file_id);
create index fund_document_recorded_by on fund_document (recorded_by);

create table budget_line (
  id uuid primary key,
  year integer not null check (year between 2015 and 2100),
  fund_source_id uuid not null references fund_source,
  nomenclature_version text not null,
  sub_kegiatan text not null,
  sub_kegiatan_name text not null,
  account_code text not null,
  stage text not null check (stage in ('usulan', 'pagu_indikatif', 'kua_ppas', 'rka', 'dpa', 'dppa')),
  version integer not null default 1
);
create index budget_line_source on budget_line (fund_source_id);
-- Append-only. The kind carries the sign, the amount is always positive; the balance is derived under the line's row lock.
create table budget_entry (
  id uuid primary key,
  line_id uuid not null references budget_line,
  kind text not null check (kind in ('pagu', 'geser_masuk', 'geser_keluar', 'pesan', 'lepas', 'sp2d', 'sts')),
  amount bigint not null check (amount > 0),
  document text not null,
  key text not null unique,
  ref_kind text,
  ref_id uuid,
  on_date date not null,
  by_account uuid not null references account,
  at timestamptz not null default now()
);
create index budget_entry_line on budget_entry (line_id);
create index budget_entry_by on budget_entry (by_account);

create table programme (
  id uuid primary key,
  name text not null,
  bidang text not null,
  track text not null default 'daerah' check (track in ('pusat', 'daerah')),
  budget_line_id uuid references budget_line,
  state text not null default 'aktif' check (state in ('aktif', 'ditutup')),
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index programme_line on programme (budget_line_id);
create table programme_version (
  id uuid primary key,
  programme_id uuid not null references programme,
  no integer not null,
  juknis text not null,
  juknis_file uuid references file,
  target_unit text not null check (target_unit in ('orang', 'keluarga', 'rumah_tangga', 'kelompok', 'lembaga')),
  rules jsonb not null,
  rules_hash text not null,
  unknown_policy text not null check (unknown_policy in ('kecualikan_dengan_tugas', 'nilai_sembilan_kriteria')),
  tie_order jsonb not null,
  benefit bigint not null check (benefit > 0),
  period text not null,
  max_count integer check (max_count >= 0),
  decree_by text not null,
  paraf_chain jsonb not null default '[]',
  during daterange not null,
  unique (programme_id, no)
);
create index programme_version_file on programme_version (juknis_file);
create table programme_quota (
  version_id uuid not null references programme_version,
  area_id integer not null,
  quota integer not null check (quota >= 0),
  primary key (version_id, area_id)
);

create table selection_run (
  id uuid primary key,
  version_id uuid not null references programme_version,
  snapshot jsonb not null,
  snapshot_hash text not null,
  seed text,
  result_hash text not null,
  state text not null check (state in ('simulasi', 'rancangan', 'berlaku', 'usang')),
  counts jsonb not null,
  ceiling bigint not null check (ceiling >= 0),
  decree_id uuid references decree,
  created_by uuid not null references account,
  created_at timestamptz not null default now()
);
create index selection_run_version on selection_run (version_id);
create index selection_run_decree on selection_run (decree_id);
create index selection_run_created_by on selection_run (created_by);
create table selection_row (
  run_id uuid not null references selection_run,
  family_id uuid not null references family,
  person_id uuid references person,
  area_id integer not null,
  verdict text not null check (verdict in ('ya', 'tidak', 'belum')),
  tier integer not null,
  score integer,
  rank integer,
  place text not null check (place in ('masuk', 'ditahan', 'cadangan', 'tidak')),
  reserve_no integer,
  binding text,
  reasons jsonb not null,
  held_until date,
  primary key (run_id, family_id)
);
create index selection_row_family on selection_row (family_id);
create index selection_row_person on selection_row (person_id);
create index selection_row_rank on selection_row (run_id, rank);

create table award (
  id uuid primary key,
  decree_id uuid not null references decree,
  run_id uuid not null references selection_run,
  programme_id uuid not null references programme,
  family_id uuid not null references family,
  payee_id uuid not null references person,
  area_id integer not null,
  amount bigint not null check (amount > 0),
  manual_reason text,
  second_by uuid references account,
  state text not null default 'berlaku' check (state in ('berlaku', 'ditahan', 'dihentikan')),
  unique (decree_id, family_id)
);
create index award_run on award (run_id);
create index award_programme on award (programme_id);
create index award_family on award (family_id);
create index award_payee on award (payee_id);
create index award_second_by on award (second_by);

create table entitlement (
  id uuid primary key,
  award_id uuid not null references award,
  programme_id uuid not null references programme,
  period text not null,
  unit_key text not null,
  area_id integer not null,
  amount bigint not null check (amount > 0),
  basket jsonb not null default '[]',
  code text not null unique,
  state text not null check (state in ('menunggu', 'sebagian', 'terpenuhi', 'ditahan', 'batal')),
  version integer not null default 1
);
create unique index entitlement_once on entitlement (programme_id, period, unit_key) where state <> 'batal';
create index entitlement_award on entitlement (award_id);
create index entitlement_area on entitlement (area_id);

-- Facts from the counter. Append only, never unique: what left the table is never rejected.
create table handover (
  id uuid primary key,
  entitlement_id uuid not null references entitlement,
  occurred_at timestamptz not null,
  device_time timestamptz,
  received_seq bigint generated always as identity,
  device text not null,
  desk text not null default '',
  receiver_id uuid references person,
  proxy_name text,
  proxy_relation text,
  amount bigint not null check (amount > 0),
  items jsonb not null default '[]',
  photo_file uuid references file,
  by_account uuid not null references account,
  check (receiver_id is not null or proxy_name is not null)
);
create index handover_entitlement on handover (entitlement_id);
create index handover_receiver on handover (receiver_id);
create index handover_photo on handover (photo_file);
create index handover_by on handover (by_account);
create table handover_ruling (
  id uuid primary key,
  handover_id uuid not null references handover,
  kind text not null check (kind in ('efektif', 'ganda', 'batal')),
  reason text not null default '',
  by_account uuid not null references account,
  at timestamptz not null default now()
);
create index handover_ruling_handover on handover_ruling (handover_id);
create index handover_ruling_by on handover_ruling (by_account);
create table incident (
  id uuid primary key,
  kind text not null,
  handover_id uuid references handover,
  entitlement_id uuid references entitlement,
  area_id integer not null,
  text text not null,
  state text not null default 'terbuka' check (state in ('terbuka', 'selesai')),
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references account,
  resolution text
);
create index incident_handover on incident (handover_id);
create index incident_entitlement on incident (entitlement_id);
create index incident_closed_by on incident (closed_by);
create table moratorium (
  id uuid primary key,
  fund_kind text not null,
  area_id integer not null,
  during daterange not null,
  document text not null,
  exceptions text not null default ''
);

create function forbid_effective_excess() returns trigger language plpgsql as $$
declare due bigint; given bigint;
begin
  -- The row lock on the entitlement makes two counters queue here: the second one sees the first.
  select e.amount into due from entitlement e join handover h on h.entitlement_id = e.id where h.id = new.handover_id for update of e;
  if due is null then
    raise exception 'entitlement not visible' using errcode = '42501';
  end if;
  select coalesce(sum(h.amount), 0) into given
  from handover h
  join lateral (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on last.kind = 'efektif'
  where h.entitlement_id = (select entitlement_id from handover where id = new.handover_id);
  if given > due then
    raise exception 'effective handovers exceed the entitlement' using errcode = '23514', constraint = 'handover_ruling_excess';
  end if;
  return null;
end $$;
create constraint trigger handover_ruling_excess after insert on handover_ruling for each row execute function forbid_effective_excess();

-- Rows under a decree in force, and a sent batch, cannot change: a correction is a new decree or batch.
create function forbid_change_under_decree() returns trigger language plpgsql as $$
begin
  if old.state in ('berlaku', 'dicabut') and not (old.state = 'berlaku' and new.state = 'dicabut') then
    raise exception 'decree in force is immutable' using errcode = '23514', constraint = 'decree_immutable';
  end if;
  if old.content_hash <> new.content_hash then
    raise exception 'content of a decree is frozen when it is drafted' using errcode = '23514', constraint = 'decree_immutable';
  end if;
  return new;
end $$;
create trigger decree_immutable before update on decree for each row execute function forbid_change_under_decree();

create function forbid_change_of_sent_batch() returns trigger language plpgsql as $$
begin
  if (select b.state from batch b where b.id = coalesce(new.batch_id, old.batch_id)) <> 'disusun' then
    raise exception 'batch already sent' using errcode = '23514', constraint = 'batch_immutable';
  end if;
  return coalesce(new, old);
end $$;
create trigger batch_item_immutable before insert or update or delete on batch_item for each row execute function forbid_change_of_sent_batch();

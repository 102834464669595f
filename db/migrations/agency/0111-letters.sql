-- Kinds of letters as data: words, fields, papers asked for, classification, validity, who approves.
create table letter_kind (
  code text primary key check (code ~ '^[a-z_]{3,40}$'),
  name text not null,
  class text not null,
  title text not null,
  body text not null,
  fields jsonb not null default '[]',
  papers jsonb not null default '[]',
  valid_days integer check (valid_days > 0),
  approver_role text not null check (approver_role in ('kabid', 'sekretaris', 'kepala_dinas')),
  answers boolean not null default false,
  shows_nik boolean not null default false,
  low_risk boolean not null default false,
  fast boolean not null default false,
  target_minutes integer not null check (target_minutes > 0),
  active boolean not null default true,
  version integer not null default 1
);
comment on column letter_kind.answers is 'The letter answers whether the family stands in desil 1-5: yes, no, not known yet. Never the number.';

create table letter_request (
  id uuid primary key,
  no_publik text not null unique,
  pin_hash text not null,
  kind_code text not null references letter_kind,
  person_id uuid not null references person,
  area_id integer not null,
  protection integer not null,
  holder text not null,
  applicant text not null default '',
  fields jsonb not null default '{}',
  papers text[] not null default '{}',
  fast boolean not null,
  target_minutes integer not null,
  state text not null check (state in ('diajukan', 'dikembalikan', 'menunggu_setuju', 'terbit', 'ditolak', 'batal')),
  note text,
  requested_by uuid not null references account,
  requested_at timestamptz not null,
  checked_by uuid references account,
  checked_at timestamptz,
  decided_by uuid references account,
  decided_at timestamptz,
  letter_id uuid unique references letter,
  code text unique,
  content jsonb,
  valid_until date,
  printed integer not null default 0,
  version integer not null default 1,
  check ((state in ('terbit', 'batal')) = (letter_id is not null)),
  check ((letter_id is null) = (code is null) and (letter_id is null) = (content is null)),
  check (state not in ('ditolak', 'dikembalikan') or note is not null)
);
create unique index letter_request_one_open on letter_request (person_id, kind_code) where state in ('diajukan', 'dikembalikan', 'menunggu_setuju');
create index letter_request_open on letter_request (state, fast desc, requested_at);
create index letter_request_person on letter_request (person_id);
create index letter_request_kind on letter_request (kind_code);
create index letter_request_requested_by on letter_request (requested_by);
create index letter_request_checked_by on letter_request (checked_by);
create index letter_request_decided_by on letter_request (decided_by);

-- What anybody who holds a letter may check by its code; the page masks the name.
create function letter_shown(wanted text)
returns table (number text, issued_at timestamptz, holder text, protection integer, state text, valid_until date)
language sql stable security definer as $$
  select l.number, l.issued_at, r.holder, r.protection, l.state, r.valid_until
  from letter_request r join letter l on l.id = r.letter_id where r.code = wanted $$;

insert into letter_kind (code, name, class, title, body, fields, papers, valid_days, approver_role, answers, shows_nik, low_risk, fast, target_minutes) values
  ('dtsen', 'Surat keterangan DTSEN', '400.9.5', 'Surat keterangan',
   E'Yang bertanda tangan di bawah ini menerangkan bahwa:\n{identitas}\nKeluarga yang bersangkutan tercatat pada kelompok desil 1-5 menurut DTSEN periode {periode}: {jawaban}.\nSurat ini dibuat untuk keperluan {keperluan}. Kelompok desil dihitung BPS dan dapat berubah pada periode berikutnya.',
   '[{"name":"keperluan","label":"Keperluan","required":true}]', '[{"code":"ktp_kk","label":"KTP atau KK asli","required":true}]', 30, 'kabid', true, false, true, false, 30),
  ('reaktivasi_pbi', 'Rekomendasi reaktivasi PBI-JK', '400.9.5', 'Surat rekomendasi reaktivasi PBI-JK',
   E'Dinas Sosial merekomendasikan pengaktifan kembali kepesertaan PBI Jaminan Kesehatan bagi:\n{identitas}\nYang bersangkutan membutuhkan layanan kesehatan menurut surat {faskes} nomor {nomor_faskes}. Permohonan diajukan melalui SIKS-NG; pengaktifan ditetapkan Kementerian Sosial dan BPJS Kesehatan.',
   '[{"name":"faskes","label":"Nama rumah sakit atau puskesmas","required":true},{"name":"nomor_faskes","label":"Nomor surat fasilitas kesehatan","required":true}]',
   '[{"code":"surat_faskes","label":"Surat fasilitas kesehatan: membutuhkan layanan","required":true},{"code":"ktp_kk","label":"KTP atau KK asli","required":true},{"code":"sktm","label":"SKTM dari lurah/kepala desa","required":false}]', 14, 'kabid', false, true, false, true, 15),
  ('kip_sekolah', 'Rekomendasi KIP/sekolah', '400.9.5', 'Surat rekomendasi',
   E'Dinas Sosial menerangkan bahwa anak:\n{identitas}\nberasal dari keluarga yang tercatat pada kelompok desil 1-5 menurut DTSEN periode {periode}: {jawaban}.\nSurat ini dibuat untuk {sekolah}.',
   '[{"name":"sekolah","label":"Sekolah yang dituju","required":true}]', '[{"code":"ktp_kk","label":"KK asli","required":true}]', 60, 'kabid', true, false, true, false, 30),
  ('alat_bantu', 'Rekomendasi alat bantu', '400.9.5', 'Surat rekomendasi alat bantu',
   E'Dinas Sosial merekomendasikan pemberian alat bantu berupa {alat} kepada:\n{identitas}\nRekomendasi ini didasarkan pada keterangan {dasar}. Pemberian mengikuti ketersediaan alat.',
   '[{"name":"alat","label":"Alat yang diminta","required":true},{"name":"dasar","label":"Dasar (asesmen atau surat dokter)","required":true}]', '[{"code":"ktp_kk","label":"KTP atau KK asli","required":true},{"code":"asesmen","label":"Asesmen atau surat dokter","required":true}]', 90, 'kabid', false, false, false, false, 60),
  ('rujukan_rs', 'Surat rujukan rumah sakit', '400.9.5', 'Surat rujukan',
   E'Kepada Yth. {tujuan}.\nBersama ini kami rujuk:\n{identitas}\nuntuk mendapat pelayanan kesehatan. Mohon pelayanan sesuai ketentuan yang berlaku.',
   '[{"name":"tujuan","label":"Rumah sakit tujuan","required":true}]', '[{"code":"ktp_kk","label":"KTP atau KK asli","required":true}]', 14, 'kabid', false, true, false, true, 30),
  ('pengantar_panti', 'Surat pengantar panti', '400.9.5', 'Surat pengantar',
   E'Kepada Yth. {tujuan}.\nBersama ini kami antarkan:\n{identitas}\nuntuk mendapat pelayanan sosial di {tujuan}. Keadaan yang perlu diketahui disampaikan pekerja sosial secara terpisah.',
   '[{"name":"tujuan","label":"Panti yang dituju","required":true}]', '[{"code":"ktp_kk","label":"KTP atau KK asli, bila ada","required":false},{"code":"laporan_sosial","label":"Laporan sosial pekerja sosial","required":true}]', 30, 'kepala_dinas', false, false, false, false, 120);

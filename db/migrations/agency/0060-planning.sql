-- Money: which document of a source admits which act, the pagu of a line stage by stage, and what was handed over on a line.

-- `tidak_perlu` means: the act passes without a document. Several rows of one act are all needed. No row: the act does not pass.
insert into fund_admission (kind, act, document_kind) values
  ('apbd', 'siapkan_daftar', 'tidak_perlu'), ('apbd', 'pesan', 'tidak_perlu'), ('apbd', 'tetapkan', 'dpa'), ('apbd', 'salurkan', 'dpa'),
  ('btt', 'siapkan_daftar', 'sk_status_darurat'), ('btt', 'pesan', 'sk_status_darurat'), ('btt', 'pesan', 'rkb'),
  ('btt', 'tetapkan', 'sk_status_darurat'), ('btt', 'tetapkan', 'rkb'), ('btt', 'salurkan', 'sk_status_darurat'), ('btt', 'salurkan', 'rkb'),
  ('apbn_barang', 'siapkan_daftar', 'tidak_perlu'), ('apbn_barang', 'pesan', 'tidak_perlu'), ('apbn_barang', 'tetapkan', 'bast_penyerahan'), ('apbn_barang', 'salurkan', 'bast_penyerahan'),
  ('provinsi', 'siapkan_daftar', 'tidak_perlu'), ('provinsi', 'pesan', 'tidak_perlu'), ('provinsi', 'tetapkan', 'sk_alokasi'), ('provinsi', 'salurkan', 'sk_alokasi'),
  ('hibah', 'siapkan_daftar', 'tidak_perlu'), ('hibah', 'pesan', 'naskah_hibah'), ('hibah', 'tetapkan', 'naskah_hibah'), ('hibah', 'salurkan', 'naskah_hibah'),
  ('csr', 'siapkan_daftar', 'tidak_perlu'), ('csr', 'pesan', 'perjanjian'), ('csr', 'tetapkan', 'perjanjian'), ('csr', 'salurkan', 'perjanjian'),
  ('baznas', 'siapkan_daftar', 'tidak_perlu'), ('baznas', 'pesan', 'perjanjian'), ('baznas', 'tetapkan', 'perjanjian'), ('baznas', 'salurkan', 'perjanjian'),
  ('tanpa_biaya', 'siapkan_daftar', 'tidak_perlu'), ('tanpa_biaya', 'pesan', 'tidak_perlu'), ('tanpa_biaya', 'tetapkan', 'tidak_perlu'), ('tanpa_biaya', 'salurkan', 'tidak_perlu');

-- The pagu of a line at each stage of the budget, as its document says it. Append only; the newest row is the line's stage.
create table budget_stage (
  id uuid primary key,
  line_id uuid not null references budget_line,
  stage text not null check (stage in ('usulan', 'pagu_indikatif', 'kua_ppas', 'rka', 'dpa', 'dppa')),
  amount bigint not null check (amount > 0),
  document text not null,
  on_date date not null,
  by_account uuid not null references account,
  at timestamptz not null default now()
);
create index budget_stage_line on budget_stage (line_id);
create index budget_stage_by on budget_stage (by_account);

alter table moratorium add column recorded_by uuid references account;
create index moratorium_recorded_by on moratorium (recorded_by);

-- What Dukcapil answered about a person: the result and the day alone; its other answers are not kept.
create table padan_result (
  import_row_id bigint primary key references import_row,
  person_id uuid not null references person,
  checked_on date not null,
  code text not null check (code in ('padan', 'nama_beda', 'tgl_lahir_beda', 'tidak_ditemukan', 'nonaktif', 'meninggal', 'kk_berbeda', 'pindah_luar'))
);
create index padan_result_person on padan_result (person_id, checked_on);

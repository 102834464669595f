-- Who somebody is does not grow old as a house does: these fields keep their value until a source says otherwise.
insert into source_precedence (field, source, rank, max_age_months)
select field, source, rank, null
from unnest(array['nama', 'jenis_kelamin', 'lahir', 'tempat_lahir', 'nama_ibu', 'pekerjaan', 'telepon', 'alamat']) as field
cross join (values ('dukcapil', 10), ('verval', 20), ('opd', 30), ('petugas', 30), ('siks', 40), ('usulan', 50)) as s(source, rank);

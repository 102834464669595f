import { formatDate, formatMonth, type LocalDate } from '#kernel/local-date.ts';

export type NotaRow = {
  no: number;
  name: string;
  nik: string;
  address: string;
  areaLabel: string;
  kindName: string;
  musyawarah: string;
};
export type Nota = {
  number: string;
  period: string;
  today: LocalDate;
  agencyName: string;
  from: string;
  fromName: string;
  rows: readonly NotaRow[];
  rowsHash: string;
  correctionOf: { period: string; reason: string } | null;
};

const perDesa = (rows: readonly NotaRow[]): [string, string][] => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.areaLabel, (counts.get(row.areaLabel) ?? 0) + 1);
  return [...counts]
    .map(([label, count]): [string, string] => [label, String(count)])
    .concat([['Jumlah', String(rows.length)]]);
};

/** What `nota-dinas.typ` prints: the list of the month, put before whoever ratifies. */
export const notaDinasContent = (nota: Nota) => ({
  number: nota.number,
  facts: [
    ['Yth.', `Kepala ${nota.agencyName}`],
    ['Dari', nota.from],
    ['Tanggal', formatDate(nota.today)],
    ['Hal', `Pengesahan usulan data bulan ${formatMonth(nota.period)}`],
    ['Lampiran', `${nota.rows.length} usulan`],
  ],
  paragraphs: [
    `Bersama ini kami sampaikan ${nota.rows.length} usulan yang sudah melalui seluruh tahap pemeriksaan dan disetujui, untuk disahkan dan dikirim ke pemerintah pusat melalui SIKS-NG.`,
    ...(nota.correctionOf
      ? [
          `Daftar ini memperbaiki dan menggantikan daftar bulan ${formatMonth(nota.correctionOf.period)}: ${nota.correctionOf.reason}`,
        ]
      : []),
    'Pengesahan menyatakan bahwa inilah data yang kami kirim. Pengesahan tidak memberi bantuan kepada siapa pun dan tidak menentukan desil; keduanya kewenangan pemerintah pusat.',
  ],
  perDesa: perDesa(nota.rows),
  closing:
    'Demikian disampaikan. Bila disetujui, mohon ditetapkan nomor, tanggal, dan pejabat penanda tangan pengesahannya.',
  signatures: [{ role: nota.from, name: nota.fromName, place: formatDate(nota.today) }],
  annexNote: `Lampiran nota dinas nomor ${nota.number}`,
  rows: nota.rows.map((row) => ({
    no: String(row.no),
    name: row.name,
    nik: row.nik === '' ? 'belum ada' : row.nik,
    address: [row.address, row.areaLabel].filter(Boolean).join(', '),
    kind: row.kindName,
    musyawarah: row.musyawarah || '-',
  })),
  hashNote: `Sidik daftar (SHA-256): ${nota.rowsHash}. NIK disamarkan; nomor lengkap tersimpan pada sistem.`,
});

import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import type { Shown } from './state-words.ts';

const texts = {
  id: {
    title: 'Laporan',
    lines: {
      dibuat: 'Orang baru dibuat',
      keluarga_baru: 'Keluarga baru dibuat',
      diperbarui: 'Orang diperbarui',
      tetap: 'Tidak berubah',
      meninggal: 'Tercatat meninggal, masih ada di berkas',
      tidak_tercantum: 'Tidak lagi tercantum',
      dicatat: 'Dicatat',
      tidak_cocok: 'Tidak cocok dengan data kita',
      dibatalkan: 'Baris dibatalkan',
      tetap_ada: 'Tidak dibatalkan karena sudah dipakai atau diubah',
    } as Record<string, string>,
    seconds: (check: string, commit: string) => `Pemeriksaan ${check} detik, pemasukan ${commit} detik.`,
    xlsx: 'Laporan (xlsx)',
    csv: 'Laporan (CSV)',
    kept: 'Yang tidak dibatalkan (xlsx)',
  },
  en: {
    title: 'Report',
    lines: {
      dibuat: 'New people made',
      keluarga_baru: 'New families made',
      diperbarui: 'People renewed',
      tetap: 'Unchanged',
      meninggal: 'Recorded as dead, still in the file',
      tidak_tercantum: 'No longer listed',
      dicatat: 'Recorded',
      tidak_cocok: 'Fits none of our records',
      dibatalkan: 'Rows taken back',
      tetap_ada: 'Not taken back, used or changed by now',
    } as Record<string, string>,
    seconds: (check: string, commit: string) => `Checked in ${check} s, went in within ${commit} s.`,
    xlsx: 'Report (xlsx)',
    csv: 'Report (CSV)',
    kept: 'What was not taken back (xlsx)',
  },
};

const n = (count: number): string => count.toLocaleString('id-ID');

/** What came of an import that went in, and of its undoing. */
export const ReportSection = ({ file }: { file: Shown }) => {
  const t = useText(texts);
  const counted = { ...file.commit, ...file.undo };
  const { check, commit } = file.seconds;
  const facts = Object.entries(t.lines).flatMap(([key, label]) =>
    counted[key] === undefined ? [] : [{ label, value: n(counted[key]) }],
  );
  const report = (format: string) => `/api/import/${file.id}/report-file?format=${format}`;
  return (
    <Section
      title={t.title}
      note={check !== undefined && commit !== undefined ? t.seconds(n(check), n(commit)) : undefined}
    >
      <FactList facts={facts} />
      <p className="row">
        <a href={report('xlsx')} download>
          {t.xlsx}
        </a>
        <a href={report('csv')} download>
          {t.csv}
        </a>
        {(file.undo?.['tetap_ada'] ?? 0) > 0 && (
          <a href={`/api/import/${file.id}/rows-file?rows=tetap_ada&format=xlsx`} download>
            {t.kept}
          </a>
        )}
      </p>
    </Section>
  );
};

import { formatRupiah } from '#kernel/rupiah.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { PLACES } from './programme-words.ts';

const texts = {
  id: {
    title: 'Keputusan petugas dalam daftar ini',
    note: 'Yang ditambahkan, dikeluarkan, atau tidak ditahan tempatnya dengan tangan ketika daftar ini dihitung.',
    none: 'Tidak ada: daftar ini seluruhnya menurut aturan dan urutan.',
    kinds: { jangan_tahan: 'tempat tidak ditahan', keluarkan: 'dikeluarkan', tambahkan: 'ditambahkan' },
    total: (kind: string, n: number, rupiah: string) => `${kind}: ${n.toLocaleString('id-ID')} keluarga, ${rupiah}`,
    name: 'Keluarga',
    kind: 'Keputusan',
    reason: 'Alasan',
    by: 'Oleh',
    at: 'Pada',
    second: 'Orang kedua',
    place: 'Tempat',
  },
  en: {
    title: 'Officers’ decisions in this list',
    note: 'Who was added, taken out or not held by hand when this list was computed.',
    none: 'None: this list follows the rules and the order alone.',
    kinds: { jangan_tahan: 'place not held', keluarkan: 'taken out', tambahkan: 'added' },
    total: (kind: string, n: number, rupiah: string) => `${kind}: ${n.toLocaleString('id-ID')} families, ${rupiah}`,
    name: 'Family',
    kind: 'Decision',
    reason: 'Reason',
    by: 'By',
    at: 'At',
    second: 'Second person',
    place: 'Place',
  },
};

/** What was decided by hand in a list, for whoever signs and whoever audits it. */
export const ListDecisions = ({ id }: { id: string }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const get = useGet('/api/programme/list/:id/decision', { params: { id } });
  const found = get.data;
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={get.error} onRetry={() => void get.refetch()} />
      {found?.items.length === 0 && <p>{t.none}</p>}
      {found && found.items.length > 0 && (
        <>
          <ul>
            {found.totals
              .filter((total) => total.families > 0)
              .map((total) => (
                <li key={total.kind}>
                  {t.total(t.kinds[total.kind], total.families, formatRupiah(BigInt(total.rupiah)))}
                </li>
              ))}
          </ul>
          <DataTable
            caption={t.title}
            rows={found.items}
            rowKey={(row) => row.familyId}
            href={(row) => `/program/keluarga/${row.familyId}`}
            csv={{ name: 'keputusan-petugas' }}
            columns={[
              { key: 'name', header: t.name, cell: (row) => row.name, width: 140 },
              { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] },
              { key: 'place', header: t.place, cell: (row) => PLACES[row.place][language] },
              { key: 'reason', header: t.reason, cell: (row) => row.reason, width: 220 },
              { key: 'by', header: t.by, cell: (row) => row.by },
              { key: 'second', header: t.second, cell: (row) => row.second ?? '' },
              { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} />, text: (row) => row.at },
            ]}
          />
        </>
      )}
    </Section>
  );
};

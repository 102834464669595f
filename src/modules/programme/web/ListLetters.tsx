import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';

const texts = {
  id: {
    title: 'Surat kepada keluarga dan sidik daftar',
    note: 'Setiap keluarga dalam daftar, juga yang mengajukan dan tidak masuk, mendapat surat dengan kode. Dengan kode itu ia memeriksa sendiri bahwa barisnya ada dalam daftar.',
    root: 'Sidik seluruh daftar',
    lines: 'Baris yang disidik',
    page: 'Halaman umum',
    open: 'Buka halaman pemeriksaan',
    notYet: 'Surat dicetak dan sidiknya terbit setelah SK berlaku.',
    none: 'Daftar ini tidak disidik: tidak ada keluarga di dalamnya, atau disiapkan sebelum fitur ini ada.',
    letters: 'Surat per desa/kelurahan',
    desa: 'Desa/kelurahan',
    count: 'Surat',
    print: 'Cetak (PDF)',
    part: (from: number, to: number) => `${from} sampai ${to}`,
  },
  en: {
    title: 'Letters to families and the root of the list',
    note: 'Every family on the list, and those who asked and are not on it, gets a letter with a code. With it she checks herself that her line is in the list.',
    root: 'Root of the whole list',
    lines: 'Sealed lines',
    page: 'Public page',
    open: 'Open the page that checks',
    notYet: 'Letters are printed and the root is published once the decree is in force.',
    none: 'This list is not sealed: nobody stands on it, or it was prepared before lists were sealed.',
    letters: 'Letters by desa/kelurahan',
    desa: 'Desa/kelurahan',
    count: 'Letters',
    print: 'Print (PDF)',
    part: (from: number, to: number) => `${from} to ${to}`,
  },
};
type Found = ReplyOf<'GET /api/programme/list/:id/seal'>;

const LettersTable = ({ id, found }: { id: string; found: Found }) => {
  const t = useText(texts);
  const parts = (letters: number) => Array.from({ length: Math.ceil(letters / found.perFile) }, (_, at) => at + 1);
  return (
    <DataTable
      caption={t.letters}
      rows={found.desa}
      rowKey={(row) => String(row.areaId)}
      columns={[
        { key: 'desa', header: t.desa, cell: (row) => row.label.split(',').slice(0, 2).join(',') },
        { key: 'letters', header: t.count, cell: (row) => row.letters, isNumber: true },
        {
          key: 'print',
          header: t.print,
          cell: (row) => (
            <span className="row">
              {parts(row.letters).map((part) => (
                <a key={part} href={`/api/programme/list/${id}/letters.pdf?areaId=${row.areaId}&part=${part}`}>
                  {t.part((part - 1) * found.perFile + 1, Math.min(part * found.perFile, row.letters))}
                </a>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
};

/** The root of a list, where anybody can check a line of it, and its letters desa by desa. */
export const ListLetters = ({ id, isInForce }: { id: string; isInForce: boolean }) => {
  const t = useText(texts);
  const get = useGet('/api/programme/list/:id/seal', { params: { id } });
  const found = get.data;
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={get.error} onRetry={() => void get.refetch()} />
      {get.isPending && <Waiting />}
      {found?.seal === null && <p>{t.none}</p>}
      {found?.seal && (
        <>
          <FactList
            facts={[
              { label: t.root, value: <code style={{ overflowWrap: 'anywhere' }}>{found.seal.root}</code> },
              { label: t.lines, value: found.seal.lines },
              { label: t.page, value: isInForce ? <a href={found.publicPage}>{t.open}</a> : t.notYet },
            ]}
          />
          {isInForce && <LettersTable id={id} found={found} />}
        </>
      )}
    </Section>
  );
};

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { VERDICTS } from './programme-words.ts';

type Case = ReplyOf<'GET /api/programme/:id/case'>['items'][number];
type View = ReplyOf<'GET /api/programme/:id'>;
const CODES = ['juknis_berubah', 'data_belum_lengkap', 'menunggu_keputusan', 'lainnya'] as const;

const texts = {
  id: {
    empty: 'Belum ada contoh. Tambahkan keluarga yang jelas memenuhi, yang jelas tidak, dan yang tepat pada batas.',
    name: 'Contoh',
    expected: 'Seharusnya',
    got: 'Menurut aturan',
    why: 'Sebab',
    by: 'Oleh',
    fine: 'sesuai',
    wrong: 'tidak sesuai',
    unreadable: 'aturan belum terbaca',
    accepted: (reason: string, by: string) => `Dibiarkan: ${reason} (${by})`,
    lapsed: 'Alasannya untuk aturan sebelumnya.',
    change: 'Ubah',
    remove: 'Hapus',
    accept: 'Beri alasan',
    acceptTitle: 'Biarkan contoh ini tidak sesuai',
    codes: {
      juknis_berubah: 'Juknis berubah',
      data_belum_lengkap: 'Data belum lengkap',
      menunggu_keputusan: 'Menunggu keputusan',
      lainnya: 'Lainnya',
    },
    origins: { isian: 'isian', register: 'salinan register', contoh: 'dari contoh program' },
    list: 'Contoh yang disimpan',
  },
  en: {
    empty: 'No example yet. Add a family that surely qualifies, one that surely does not, and one right at the limit.',
    name: 'Example',
    expected: 'Must be',
    got: 'By the rules',
    why: 'Because',
    by: 'By',
    fine: 'as it must',
    wrong: 'not as it must',
    unreadable: 'rules cannot be read yet',
    accepted: (reason: string, by: string) => `Left so: ${reason} (${by})`,
    lapsed: 'The reason was for the rules before.',
    change: 'Change',
    remove: 'Remove',
    accept: 'Give a reason',
    acceptTitle: 'Leave this example as it is',
    codes: {
      juknis_berubah: 'The juknis changed',
      data_belum_lengkap: 'Facts incomplete',
      menunggu_keputusan: 'Waiting for a decision',
      lainnya: 'Other',
    },
    origins: { isian: 'typed', register: 'copy of the register', contoh: 'from an example programme' },
    list: 'Examples kept',
  },
};

const useResultText = () => {
  const t = useText(texts);
  return (row: Case): string =>
    [
      ...row.why,
      ...(row.accepted && row.passes === false
        ? [row.accepted.isCurrent ? t.accepted(row.accepted.reason, row.accepted.by) : t.lapsed]
        : []),
    ].join(' ');
};

/** The examples with what the saved rules say of each; a failing one may be left so with a coded reason. */
export const CaseTable = ({
  view,
  items,
  mayChange,
  onChange,
}: {
  view: View;
  items: readonly Case[];
  mayChange: boolean;
  onChange: (row: Case) => void;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const resultText = useResultText();
  const [accepting, setAccepting] = useState<Case>();
  const stale = ['/api/programme'];
  const remove = useAct('DELETE /api/programme/:id/case/:caseId', { stale });
  const accept = useAct('POST /api/programme/:id/case/:caseId/acceptance', {
    stale,
    onDone: () => setAccepting(undefined),
  });
  const stateOf = ({ passes }: Case) => (passes === null ? t.unreadable : passes ? t.fine : t.wrong);
  return (
    <>
      <ErrorNotice error={remove.error} />
      <DataTable
        caption={`${t.list}: ${view.name}`}
        rows={items}
        rowKey={(row) => row.id}
        empty={t.empty}
        csv={{ name: 'contoh-keluarga' }}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.name, width: 160 },
          {
            key: 'expected',
            header: t.expected,
            cell: (row) => `${VERDICTS[row.expected][language]}: ${row.reason}`,
            width: 180,
          },
          {
            key: 'got',
            header: t.got,
            cell: (row) => (
              <StatusBadge kind={row.passes === null ? 'menunggu' : row.passes ? 'selesai' : 'tindakan'}>
                {stateOf(row)}
              </StatusBadge>
            ),
            text: stateOf,
          },
          {
            key: 'why',
            header: t.why,
            cell: (row) =>
              row.verdict === null ? '' : `${VERDICTS[row.verdict][language]}. ${resultText(row)}`.trim(),
            width: 240,
          },
          { key: 'by', header: t.by, cell: (row) => `${row.by}, ${t.origins[row.origin]}` },
        ]}
        {...(mayChange
          ? {
              actions: (row: Case) => (
                <>
                  <Button aria-label={`${t.change}: ${row.name}`} onClick={() => onChange(row)}>
                    {t.change}
                  </Button>
                  {row.passes === false && !row.accepted?.isCurrent && (
                    <Button aria-label={`${t.accept}: ${row.name}`} onClick={() => setAccepting(row)}>
                      {t.accept}
                    </Button>
                  )}
                  <Button
                    aria-label={`${t.remove}: ${row.name}`}
                    disabled={remove.isPending}
                    onClick={() => remove.act({ params: { id: view.id, caseId: row.id } })}
                  >
                    {t.remove}
                  </Button>
                </>
              ),
            }
          : {})}
      />
      {accepting && (
        <ReasonDialog
          title={`${t.acceptTitle}: ${accepting.name}`}
          reasons={CODES.map((code) => ({ code, label: t.codes[code], needsText: true }))}
          confirm={t.accept}
          isPending={accept.isPending}
          error={accept.error}
          onClose={() => setAccepting(undefined)}
          onConfirm={({ code, text }) =>
            accept.act({
              params: { id: view.id, caseId: accepting.id },
              body: { version: accepting.version, code, reason: text },
            })
          }
        />
      )}
    </>
  );
};

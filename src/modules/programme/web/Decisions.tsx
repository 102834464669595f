import { Button } from '@mantine/core';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';

const texts = {
  id: {
    title: 'Keputusan petugas tentang keluarga',
    note: 'Bertahan pada setiap hitung ulang sampai dicabut. Tambahan manual baru dihitung setelah orang kedua setuju.',
    empty: 'Belum ada. Keputusan dicatat dari halaman keluarga.',
    name: 'Keluarga',
    kind: 'Keputusan',
    kinds: { jangan_tahan: 'tempat tidak ditahan', keluarkan: 'dikeluarkan', tambahkan: 'ditambahkan' },
    reason: 'Alasan',
    by: 'Oleh',
    at: 'Pada',
    second: 'Orang kedua',
    waiting: 'menunggu',
    confirm: 'Setujui',
    withdraw: 'Cabut',
  },
  en: {
    title: 'Officers’ decisions about families',
    note: 'They survive every re-run until withdrawn. A manual addition counts once a second person agreed.',
    empty: 'None yet. Decisions are made on the family’s page.',
    name: 'Family',
    kind: 'Decision',
    kinds: { jangan_tahan: 'place not held', keluarkan: 'taken out', tambahkan: 'added' },
    reason: 'Reason',
    by: 'By',
    at: 'At',
    second: 'Second person',
    waiting: 'waiting',
    confirm: 'Agree',
    withdraw: 'Withdraw',
  },
};
type ProgrammeView = ReplyOf<'GET /api/programme/:id'>;

/** Decisions about families in a programme, with the second person's agreement where one is needed. */
export const Decisions = ({ programme }: { programme: ProgrammeView }) => {
  const t = useText(texts);
  const mayConfirm = useMay('decree.paraf');
  const stale = ['/api/programme'];
  const confirm = useAct('POST /api/programme/:id/decision/:decisionId/confirmation', { stale });
  const withdraw = useAct('DELETE /api/programme/:id/decision/:decisionId', { stale });
  const params = (decisionId: string) => ({ params: { id: programme.id, decisionId } });
  type Row = ProgrammeView['decisions'][number];
  const waits = (row: Row) => row.kind === 'tambahkan' && row.second === null;
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={confirm.error ?? withdraw.error} />
      <DataTable
        caption={`${t.title}: ${programme.name}`}
        rows={programme.decisions}
        rowKey={(row) => row.id}
        href={(row) => `/program/keluarga/${row.familyId}`}
        empty={t.empty}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.name },
          { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] },
          { key: 'reason', header: t.reason, cell: (row) => row.reason, width: 220 },
          { key: 'by', header: t.by, cell: (row) => row.by },
          { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} />, text: (row) => row.at },
          {
            key: 'second',
            header: t.second,
            cell: (row) => row.second ?? (waits(row) ? <StatusBadge kind="menunggu">{t.waiting}</StatusBadge> : ''),
            text: (row) => row.second ?? '',
          },
        ]}
        actions={(row) => (
          <>
            {waits(row) && mayConfirm && (
              <Button onClick={() => confirm.act(params(row.id))} disabled={confirm.isPending}>
                {t.confirm}
              </Button>
            )}
            {programme.mayChange && (
              <Button onClick={() => withdraw.act(params(row.id))} disabled={withdraw.isPending}>
                {t.withdraw}
              </Button>
            )}
          </>
        )}
      />
    </Section>
  );
};

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { TextReasonDialog } from '#web/ui/TextReasonDialog.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ArrangeFamilies } from './ArrangeFamilies.tsx';

type Made = ReplyOf<'GET /api/family-case'>['made'][number];

const texts = {
  id: {
    title: 'Keluarga yang perlu disusun',
    note: 'Dua KK yang memuat orang yang sama, dan satu keluarga yang tercatat di dua KK. Untuk memecah KK, buka dari lembar keluarga.',
    back: 'Kembali ke antrean',
    kind: 'Yang ditemukan',
    kinds: { anggota_bersama: 'anggota di dua KK', keluarga_sama: 'keluarga yang sama di dua KK' },
    families: 'Keluarga',
    of: (head: string | null) => head ?? 'tanpa kepala',
    and: 'dan',
    people: 'Orangnya',
    area: 'Wilayah',
    act: 'Tindakan',
    none: 'Tidak ada keluarga yang perlu disusun.',
    made: 'Susunan terakhir',
    when: 'Kapan',
    by: 'Oleh',
    proof: 'Bukti',
    open: 'Buka keluarga',
    undo: 'Kembalikan…',
    undone: 'sudah dikembalikan',
    noMade: 'Belum ada.',
    dialog: 'Kembalikan susunan keluarga',
    confirm: 'Kembalikan',
  },
  en: {
    title: 'Families to put in order',
    note: 'Two KK that hold the same person, and one family recorded under two KK. To split a KK, start from the sheet of the family.',
    back: 'Back to the queue',
    kind: 'Found',
    kinds: { anggota_bersama: 'a member of two KK', keluarga_sama: 'the same family under two KK' },
    families: 'Families',
    of: (head: string | null) => head ?? 'without a head',
    and: 'and',
    people: 'People',
    area: 'Area',
    act: 'Act',
    none: 'No family needs to be put in order.',
    made: 'Latest arrangements',
    when: 'When',
    by: 'By',
    proof: 'Proof',
    open: 'Open the family',
    undo: 'Take back…',
    undone: 'taken back',
    noMade: 'None yet.',
    dialog: 'Take an arrangement back',
    confirm: 'Take back',
  },
};
const STALE = ['/api/family-case', '/api/family-arrangement', '/api/family', '/api/person'] as const;

const UndoDialog = ({ made, onClose }: { made: Made; onClose: () => void }) => {
  const t = useText(texts);
  const undo = useAct('POST /api/family-arrangement/:id/undoing', { stale: STALE, onDone: onClose });
  return (
    <TextReasonDialog
      title={t.dialog}
      confirm={t.confirm}
      onClose={onClose}
      act={undo}
      onConfirm={(reason) => undo.act({ params: { id: made.id }, body: { reason } })}
      isRequired
      most={500}
    />
  );
};

const MadeTable = ({ made }: { made: readonly Made[] }) => {
  const t = useText(texts);
  const [open, setOpen] = useState<Made>();
  return (
    <Section title={t.made}>
      <DataTable
        caption={t.made}
        rows={made}
        rowKey={(row) => row.id}
        empty={t.noMade}
        columns={[
          { key: 'at', header: t.when, cell: (row) => <InstantText at={row.at} /> },
          { key: 'by', header: t.by, cell: (row) => row.by },
          { key: 'proof', header: t.proof, cell: (row) => row.proof },
          {
            key: 'family',
            header: t.families,
            cell: (row) => <AppLink href={`/keluarga/${row.familyA}`}>{t.open}</AppLink>,
          },
          {
            key: 'act',
            header: t.act,
            cell: (row) =>
              row.undoneAt === null ? (
                <button type="button" className="link-button" onClick={() => setOpen(row)}>
                  {t.undo}
                </button>
              ) : (
                <span className="muted">{t.undone}</span>
              ),
          },
        ]}
      />
      {open && <UndoDialog made={open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
};

const route = getRouteApi('/kemungkinan-ganda/keluarga');

/** Families that are not as they are recorded: found, put in order with a proof, and taken back. */
export const Page = () => {
  const t = useText(texts);
  const navigate = useNavigate();
  const { a, b } = route.useSearch();
  const cases = useGet('/api/family-case');
  const open = useGet('/api/family-arrangement', { query: { a: a ?? '', b }, enabled: a !== undefined });
  const close = () => void navigate({ to: '/kemungkinan-ganda/keluarga', search: {} });
  return (
    <>
      <PageTitle note={t.note} actions={<AppLink href="/kemungkinan-ganda">{t.back}</AppLink>}>
        {t.title}
      </PageTitle>
      <ErrorNotice error={cases.error ?? open.error} onRetry={() => void cases.refetch()} />
      {a !== undefined && open.isPending && <Waiting />}
      {a !== undefined && open.data && (
        <ArrangeFamilies key={`${a} ${b ?? ''}`} reply={open.data} onDone={close} onCancel={close} />
      )}
      <DataTable
        caption={t.title}
        rows={cases.data?.items ?? UNREAD}
        rowKey={(row) => `${row.kind} ${row.aId} ${row.bId}`}
        isLoading={cases.isPending}
        empty={t.none}
        columns={[
          {
            key: 'families',
            header: t.families,
            cell: (row) => (
              <AppLink href={`/kemungkinan-ganda/keluarga?a=${row.aId}&b=${row.bId}`}>
                {t.of(row.aHead)} {t.and} {t.of(row.bHead)}
              </AppLink>
            ),
          },
          { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] },
          { key: 'people', header: t.people, cell: (row) => row.people.join(', ') },
          { key: 'area', header: t.area, cell: (row) => row.areaLabel },
        ]}
      />
      <MadeTable made={cases.data?.made ?? UNREAD} />
    </>
  );
};

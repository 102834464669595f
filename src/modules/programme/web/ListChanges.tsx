import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import type { Refusal } from './ListFamilies.tsx';

const texts = {
  id: {
    title: 'Penggantian penerima',
    note: 'Penerima yang meninggal, pindah, atau menolak digantikan cadangan berikutnya. Penggantian berlaku hanya dengan SK perubahan.',
    none: 'Tidak ada penerima yang perlu diganti.',
    pick: 'Ikut',
    leaves: 'Keluar',
    reason: 'Sebab',
    joins: 'Diusulkan masuk',
    noOne: 'tidak ada cadangan',
    nextInReserve: 'cadangan berikutnya',
    unsaved: 'Penolakan yang ditambahkan baru tersimpan setelah SK perubahan disusun.',
    reserve: (no: number) => `cadangan nomor ${no}`,
    reasons: {
      meninggal: 'meninggal (terbukti)',
      pindah: 'pindah ke desa/kelurahan lain',
      digabung: 'tercatat ganda, digabung',
      tempat_lewat: 'tempat ditahan lewat tanggal',
      menolak: 'menolak',
    },
    draft: 'Susun SK perubahan',
    confirm: (n: number) =>
      `${n} keluarga keluar dan cadangan di sampingnya masuk setelah SK perubahan diparaf, ditandatangani, dan berlaku. Sebelum itu tidak ada yang berubah.`,
    payee: (names: string) =>
      `Penerima meninggal, keluarganya masih ada: ganti pengurus, bantuannya berlanjut. ${names}.`,
    drafted: 'SK perubahan',
    state: { rancangan: 'rancangan', berlaku: 'berlaku', batal: 'batal' },
    open: 'Buka SK',
    pick1: (name: string) => `Ikutkan ${name}`,
  },
  en: {
    title: 'Replacement of recipients',
    note: 'Recipients who died, moved or refused are replaced by the next of the reserve. It is in force only with a changing decree.',
    none: 'No recipient has to be replaced.',
    pick: 'Include',
    leaves: 'Leaves',
    reason: 'Because',
    joins: 'Proposed to join',
    noOne: 'nobody in reserve',
    nextInReserve: 'the next of the reserve',
    unsaved: 'Refusals added here are kept once the changing decree is drafted.',
    reserve: (no: number) => `reserve number ${no}`,
    reasons: {
      meninggal: 'died (proved)',
      pindah: 'moved to another desa/kelurahan',
      digabung: 'recorded twice, merged',
      tempat_lewat: 'held place past its date',
      menolak: 'refused',
    },
    draft: 'Draft the changing decree',
    confirm: (n: number) =>
      `${n} families leave and the reserve beside them joins once the changing decree is initialled, signed and in force. Until then nothing changes.`,
    payee: (names: string) => `The payee died, the family lives on: change the payee, the aid goes on. ${names}.`,
    drafted: 'Changing decrees',
    state: { rancangan: 'draft', berlaku: 'in force', batal: 'called off' },
    open: 'Open the decree',
    pick1: (name: string) => `Include ${name}`,
  },
};
type Found = ReplyOf<'GET /api/programme/list/:id/change'>;
type Proposal = Found['proposals'][number] & { note?: string };
const KINDS = { rancangan: 'menunggu', berlaku: 'selesai', batal: 'netral' } as const;

type ProposalsProps = { id: string; rows: readonly Proposal[]; mayDraft: boolean; onDrafted: () => void };

const Proposals = ({ id, rows, mayDraft, onDrafted }: ProposalsProps) => {
  const t = useText(texts);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const draft = useAct('POST /api/programme/list/:id/change', {
    stale: ['/api/programme', '/api/sk', '/api/home'],
    onDone: () => {
      setAsking(false);
      onDrafted();
    },
  });
  const chosen = rows.filter((row) => !left.has(row.familyId));
  const toggle = (familyId: string) =>
    setLeft(
      (before) => new Set(before.has(familyId) ? [...before].filter((one) => one !== familyId) : [...before, familyId]),
    );
  const joinsText = (row: Proposal): string => {
    if (row.joins) return `${row.joins.name} (${t.reserve(row.joins.reserveNo)})`;
    return row.note === undefined ? t.noOne : t.nextInReserve;
  };
  return (
    <>
      <DataTable
        caption={t.title}
        rows={rows}
        rowKey={(row) => row.familyId}
        csv={{ name: 'usulan-penggantian' }}
        columns={[
          ...(mayDraft
            ? [
                {
                  key: 'pick',
                  header: t.pick,
                  cell: (row: Proposal) => (
                    <Checkbox
                      aria-label={t.pick1(row.name)}
                      checked={!left.has(row.familyId)}
                      onChange={() => toggle(row.familyId)}
                    />
                  ),
                  text: (row: Proposal) => (left.has(row.familyId) ? '' : 'ya'),
                },
              ]
            : []),
          { key: 'leaves', header: t.leaves, cell: (row) => `${row.name}, ${row.areaLabel}`, width: 200 },
          {
            key: 'reason',
            header: t.reason,
            cell: (row) => (row.note ? `${t.reasons[row.reason]}: ${row.note}` : t.reasons[row.reason]),
            width: 200,
          },
          {
            key: 'joins',
            header: t.joins,
            width: 200,
            cell: (row) => joinsText(row),
          },
        ]}
      />
      {mayDraft && (
        <Button disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          {t.draft}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t.draft}
          confirm={t.draft}
          isPending={draft.isPending}
          error={draft.error}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            draft.act({
              params: { id },
              body: { families: chosen.map((row) => ({ familyId: row.familyId, note: row.note ?? '' })) },
            })
          }
        >
          <p>{t.confirm(chosen.length)}</p>
        </ConfirmDialog>
      )}
    </>
  );
};

const Drafted = ({ changes }: { changes: Found['changes'] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <>
      <h3>{t.drafted}</h3>
      <ul lang={language}>
        {changes.map((change) => (
          <li key={change.id}>
            <StatusBadge kind={KINDS[change.state]}>{t.state[change.state]}</StatusBadge>{' '}
            {change.pairs
              .map((pair) => `${pair.leaves.name} (${t.reasons[pair.reason]}) → ${pair.joins?.name ?? t.noOne}`)
              .join('; ')}
            . {change.decreeId !== null && <a href={`/kantor/sk/${change.decreeId}`}>{t.open}</a>}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Who has to leave a list in force, the next of the reserve for each, and the decrees that change it. */
export const ListChanges = ({
  id,
  refusals,
  onDrafted,
}: {
  id: string;
  refusals: readonly Refusal[];
  onDrafted: () => void;
}) => {
  const t = useText(texts);
  const mayPrepare = useMay('programme.prepare');
  const get = useGet('/api/programme/list/:id/change', { params: { id } });
  const found = get.data;
  const known = found?.proposals ?? [];
  const rows: Proposal[] = [
    ...known,
    ...refusals
      .filter((one) => known.every((row) => row.familyId !== one.familyId))
      .map((one) => ({ ...one, reason: 'menolak' as const, joins: null })),
  ];
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={get.error} onRetry={() => void get.refetch()} />
      {found && (
        <>
          {rows.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <Proposals
              id={id}
              rows={rows}
              onDrafted={onDrafted}
              mayDraft={mayPrepare && found.changes.every((change) => change.state !== 'rancangan')}
            />
          )}
          {refusals.length > 0 && <p>{t.unsaved}</p>}
          {found.newPayee.length > 0 && <p>{t.payee(found.newPayee.map((family) => family.name).join(', '))}</p>}
          {found.changes.length > 0 && <Drafted changes={found.changes} />}
        </>
      )}
    </Section>
  );
};

import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { STATES } from '../domain/course.ts';
import type { LetterRow, LetterState } from './words.ts';

const texts = {
  id: {
    title: 'Meja surat',
    today: (issued: number, median: number | null) =>
      `Hari ini terbit ${issued} surat${median === null ? '' : `; tengah waktu tunggu ${median} menit`}.`,
    add: 'Minta surat',
    show: 'Tampilkan',
    holder: 'Nama',
    kind: 'Jenis surat',
    area: 'Desa/kelurahan',
    waited: 'Menunggu',
    unit: 'menit',
    late: 'lewat target',
    fast: 'jalur cepat',
    number: 'Nomor surat',
    by: 'Diminta oleh',
    pick: (name: string) => `Pilih surat ${name}`,
    picked: (n: number) => `Setujui ${n} surat terpilih`,
    choose: 'Pilih',
    rule: 'Persetujuan sekaligus hanya untuk surat satu jenis yang risikonya rendah.',
    issued: (n: number) => `${n} surat terbit.`,
    print: 'Cetak',
    empty: 'Tidak ada surat di tumpukan ini.',
  },
  en: {
    title: 'Letters desk',
    today: (issued: number, median: number | null) =>
      `${issued} letters issued today${median === null ? '' : `; the middle wait was ${median} minutes`}.`,
    add: 'Ask for a letter',
    show: 'Show',
    holder: 'Name',
    kind: 'Kind of letter',
    area: 'Desa/kelurahan',
    waited: 'Waiting',
    unit: 'minutes',
    late: 'over the target',
    fast: 'fast lane',
    number: 'Number',
    by: 'Taken by',
    pick: (name: string) => `Choose the letter of ${name}`,
    picked: (n: number) => `Approve ${n} chosen letters`,
    choose: 'Choose',
    rule: 'Several at once only for letters of one kind whose risk is low.',
    issued: (n: number) => `${n} letters issued.`,
    print: 'Print',
    empty: 'No letter in this pile.',
  },
};

const stateOf = (typed: string | undefined): LetterState =>
  typed !== undefined && typed in STATES ? (typed as LetterState) : 'diajukan';

/** Several alike letters chosen for one approval; choosing another kind begins anew. */
const usePicks = (rows: readonly LetterRow[]) => {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const chosen = rows.filter((row) => picked.includes(row.id));
  const kind = chosen[0]?.kindCode;
  return {
    chosen,
    has: (row: LetterRow) => picked.includes(row.id),
    mayPick: (row: LetterRow) => row.lowRisk && (kind === undefined || kind === row.kindCode),
    toggle: (row: LetterRow) =>
      setPicked(picked.includes(row.id) ? picked.filter((id) => id !== row.id) : [...picked, row.id]),
    clear: () => setPicked([]),
  };
};

const Waited = ({ row }: { row: LetterRow }) => {
  const t = useText(texts);
  const isOpen = row.state === 'diajukan' || row.state === 'menunggu_setuju' || row.state === 'dikembalikan';
  return (
    <>
      {row.waitedMinutes}
      {isOpen && row.waitedMinutes > row.targetMinutes && (
        <>
          {' '}
          <StatusBadge kind="tindakan">{t.late}</StatusBadge>
        </>
      )}
    </>
  );
};

/** The queue of the letters desk: one pile at a time, the fast lane first, with how long each has waited. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const state = stateOf((useSearch({ strict: false }) as { state?: string }).state);
  const queue = useGet('/api/letter-request', { query: { state }, every: 30_000, keep: true });
  const mayApprove = useMay('letter.approve') && state === 'menunggu_setuju';
  const rows = queue.data?.items ?? UNREAD;
  const picks = usePicks(rows);
  const approve = useAct('POST /api/letter-request/approval', {
    stale: ['/api/letter-request', '/api/home'],
    onDone: picks.clear,
  });
  const word = (one: LetterState) => STATES[one][language === 'en' ? 1 : 0];
  const countOf = (one: LetterState) => queue.data?.waiting.find((row) => row.state === one)?.n;
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={queue.data && t.today(queue.data.issued, queue.data.median)}
        actions={
          <Button component={Link} to="/surat/baru" variant="filled">
            {t.add}
          </Button>
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={queue.error ?? approve.error} onRetry={() => void queue.refetch()} />
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <NativeSelect
          label={t.show}
          value={state}
          onChange={(event) => void navigate({ to: '/surat', search: { state: event.currentTarget.value } })}
          data={(Object.keys(STATES) as LetterState[]).map((value) => {
            const n = countOf(value);
            return { value, label: n === undefined ? word(value) : `${word(value)} (${n})` };
          })}
        />
        {mayApprove && (
          <Button
            variant="filled"
            disabled={picks.chosen.length === 0 || approve.isPending}
            onClick={() =>
              approve.act({ body: { requests: picks.chosen.map(({ id, version }) => ({ id, version })) } })
            }
          >
            {t.picked(picks.chosen.length)}
          </Button>
        )}
        <span role="status">{approve.data ? t.issued(approve.data.issued.length) : ''}</span>
      </div>
      {mayApprove && <p className="muted">{t.rule}</p>}
      <DataTable
        caption={`${t.title}: ${word(state)}`}
        rows={rows}
        rowKey={(row) => row.id}
        isLoading={queue.isPending}
        href={(row) => `/surat/${row.id}`}
        empty={t.empty}
        columns={[
          { key: 'holder', header: t.holder, cell: (row) => row.holder },
          {
            key: 'kind',
            header: t.kind,
            cell: (row) => (
              <>
                {row.kindName} {row.fast && <StatusBadge kind="info">{t.fast}</StatusBadge>}
              </>
            ),
          },
          { key: 'area', header: t.area, cell: (row) => row.areaLabel },
          { key: 'waited', header: t.waited, unit: t.unit, isNumber: true, cell: (row) => <Waited row={row} /> },
          { key: 'number', header: t.number, cell: (row) => row.number ?? '' },
          { key: 'by', header: t.by, cell: (row) => row.requestedByName },
        ]}
        actions={(row) => (
          <>
            {mayApprove && row.lowRisk && (
              <label>
                <input
                  type="checkbox"
                  aria-label={t.pick(row.holder)}
                  checked={picks.has(row)}
                  disabled={!picks.mayPick(row)}
                  onChange={() => picks.toggle(row)}
                />{' '}
                {t.choose}
              </label>
            )}
            {row.state === 'terbit' && (
              <a href={`/api/letter-request/${row.id}/letter.pdf`} target="_blank" rel="noreferrer">
                {t.print}
              </a>
            )}
          </>
        )}
      />
    </div>
  );
};

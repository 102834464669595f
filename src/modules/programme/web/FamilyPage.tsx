import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { MaskedNik } from '#web/ui/MaskedNik.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { PLACES, ROW_KINDS, RUN_STATES } from './programme-words.ts';

const texts = {
  id: {
    title: (name: string) => `Keluarga ${name} dalam program daerah`,
    logged: 'Pembukaan halaman ini dicatat.',
    today: 'Bila dihitung hari ini',
    verdicts: { ya: 'memenuhi syarat', tidak: 'tidak memenuhi', belum: 'belum diketahui' },
    place: 'Tempat',
    rank: (n: number) => `urutan ${n}`,
    reserve: (n: number) => `cadangan nomor ${n}`,
    held: (date: string) => `ditahan sampai ${date}`,
    position: 'Kedudukan',
    cut: 'Garis batas',
    last: (rank: number | null, position: string) =>
      `yang terakhir masuk: urutan ${rank ?? '-'}${position === '-' ? '' : `, ${position}`}`,
    change: 'Apa yang mengubahnya',
    nothing: 'tidak ada; keluarga ini masuk pada gilirannya',
    ask: 'Yang perlu ditanyakan',
    rows: 'Baris demi baris',
    row: 'Ketentuan',
    result: 'Hasil',
    found: 'Nilai yang ditemukan',
    sources: 'Sumber dan umur',
    basis: 'Dasar',
    results: { ya: 'terpenuhi', tidak: 'tidak terpenuhi', belum: 'belum diketahui' },
    exceptions: { ya: 'tidak kena', tidak: 'kena', belum: 'belum diketahui' },
    list: 'Dalam daftar',
    noList: 'belum ada daftar',
    decision: 'Keputusan petugas',
    decide: 'Putuskan',
    notHere:
      'Keluarga ini tidak dihitung pada program ini: tidak ada anggota hidup, atau ketentuannya belum dapat dibaca.',
    none: 'Belum ada program daerah yang aktif.',
  },
  en: {
    title: (name: string) => `Family ${name} in local programmes`,
    logged: 'Opening this page is logged.',
    today: 'Computed today',
    verdicts: { ya: 'eligible', tidak: 'not eligible', belum: 'unknown' },
    place: 'Place',
    rank: (n: number) => `rank ${n}`,
    reserve: (n: number) => `reserve number ${n}`,
    held: (date: string) => `held until ${date}`,
    position: 'Standing',
    cut: 'Cut line',
    last: (rank: number | null, position: string) =>
      `last one in: rank ${rank ?? '-'}${position === '-' ? '' : `, ${position}`}`,
    change: 'What would change it',
    nothing: 'nothing; this family is in by its turn',
    ask: 'What to ask for',
    rows: 'Row by row',
    row: 'Rule',
    result: 'Result',
    found: 'Value found',
    sources: 'Source and age',
    basis: 'Basis',
    results: { ya: 'met', tidak: 'not met', belum: 'unknown' },
    exceptions: { ya: 'does not apply', tidak: 'applies', belum: 'unknown' },
    list: 'On the list',
    noList: 'no list yet',
    decision: 'Officer’s decision',
    decide: 'Decide',
    notHere: 'This family is not computed in this programme: nobody living in it, or the terms cannot be read.',
    none: 'No active local programme yet.',
  },
};
type View = ReplyOf<'GET /api/programme/family/:id'>;
type Programme = View['programmes'][number];
type Now = NonNullable<Programme['now']>;

const Rows = ({ now, name }: { now: Now; name: string }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <DataTable
      caption={`${t.rows}: ${name}`}
      rows={now.rows}
      rowKey={(row) => String(row.no)}
      isCompact
      columns={[
        {
          key: 'row',
          header: t.row,
          cell: (row) => `${row.no}. ${ROW_KINDS[row.kind][language]}: ${row.text}`,
          width: 260,
        },
        {
          key: 'result',
          header: t.result,
          cell: (row) => (
            <StatusBadge kind={row.passes === 'ya' ? 'selesai' : row.passes === 'belum' ? 'menunggu' : 'netral'}>
              {(row.kind === 'pengecualian' ? t.exceptions : t.results)[row.passes]}
            </StatusBadge>
          ),
        },
        { key: 'found', header: t.found, cell: (row) => row.found, width: 180 },
        { key: 'sources', header: t.sources, cell: (row) => row.sources.join('; '), width: 160 },
        { key: 'basis', header: t.basis, cell: (row) => row.basis },
      ]}
    />
  );
};

const NowPart = ({ now, name }: { now: Now; name: string }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const standing = [
    now.rank === null ? undefined : t.rank(now.rank),
    now.reserveNo === null ? undefined : t.reserve(now.reserveNo),
    now.heldUntil === null ? undefined : t.held(formatDate(now.heldUntil, { language })),
  ].filter(Boolean);
  return (
    <>
      <FactList
        facts={[
          {
            label: t.today,
            value: (
              <span className="row">
                <StatusBadge kind={PLACES[now.place].kind}>{PLACES[now.place][language]}</StatusBadge>{' '}
                {t.verdicts[now.verdict]}
              </span>
            ),
            source: now.why === '' ? undefined : now.why,
          },
          ...(standing.length > 0 ? [{ label: t.place, value: standing.join(', ') }] : []),
          ...(now.position === '-' ? [] : [{ label: t.position, value: now.position }]),
          ...(now.cut ? [{ label: t.cut, value: t.last(now.cut.rank, now.cut.position) }] : []),
          { label: t.change, value: now.changes.length > 0 ? now.changes.join(' ') : t.nothing },
          ...(now.missing.length > 0 ? [{ label: t.ask, value: now.missing.join(', ') }] : []),
        ]}
      />
      <Rows now={now} name={name} />
    </>
  );
};

const ProgrammePart = ({ programme, familyId }: { programme: Programme; familyId: string }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const mayPrepare = useMay('programme.prepare');
  const [isDeciding, setDeciding] = useState(false);
  const { list } = programme;
  return (
    <Section
      title={programme.name}
      actions={
        mayPrepare && programme.decisions.length === 0 ? (
          <Button onClick={() => setDeciding(true)}>{t.decide}</Button>
        ) : undefined
      }
    >
      <FactList
        facts={[
          {
            label: t.list,
            value: list ? (
              <span className="row">
                <StatusBadge kind={PLACES[list.place].kind}>{PLACES[list.place][language]}</StatusBadge>
                {list.reserveNo !== null && t.reserve(list.reserveNo)}
                <Link to="/program/daftar/$id" params={{ id: list.runId }}>
                  {RUN_STATES[list.state][language]}
                </Link>
              </span>
            ) : (
              t.noList
            ),
          },
          ...programme.decisions.map((d) => ({ label: t.decision, value: d.reason })),
        ]}
      />
      {programme.now ? <NowPart now={programme.now} name={programme.name} /> : <p>{t.notHere}</p>}
      {isDeciding && <DecideDialog programme={programme} familyId={familyId} onClose={() => setDeciding(false)} />}
    </Section>
  );
};

/** One family in every local programme: verdict, each row with the value found, rank, cut line, what would change it. */
export const Page = () => {
  const { id } = useParams({ from: '/program/keluarga/$id' });
  const t = useText(texts);
  const found = useGet('/api/programme/family/:id', { params: { id } });
  const view = found.data;
  if (!view)
    return (
      <>
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Waiting />}
      </>
    );
  return (
    <>
      <PageTitle note={`${view.family.areaLabel}. ${t.logged}`}>{t.title(view.family.name)}</PageTitle>
      <p>
        NIK <MaskedNik masked={view.family.maskedNik} label={`NIK ${view.family.name}`} />
      </p>
      {view.programmes.length === 0 && <p>{t.none}</p>}
      {view.programmes.map((programme) => (
        <ProgrammePart key={programme.id} programme={programme} familyId={id} />
      ))}
    </>
  );
};

import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMonth } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { BatchDialogs, type BatchStep } from './BatchDialogs.tsx';
import { BATCH_KIND } from './BatchesPage.tsx';

const texts = {
  id: {
    title: (month: string) => `Pengesahan ${month}`,
    note: 'Pengesahan berarti "ini yang kami kirim". Tidak memberi bantuan kepada siapa pun dan tidak menentukan desil.',
    states: { disusun: 'Disusun', dikirim: 'Menunggu pengesahan', disahkan: 'Disahkan' },
    state: 'Keadaan',
    number: 'Nomor pengesahan',
    signed: 'Penanda tangan',
    nota: 'Nota dinas',
    sent: 'Dikirim',
    hash: 'Sidik daftar (SHA-256)',
    paraf: 'Menunggu paraf',
    decree: 'Lihat rantai paraf',
    replaces: 'Menggantikan',
    old: 'daftar sebelumnya',
    replacedBy: 'Digantikan oleh',
    newer: 'daftar perbaikan',
    why: 'Alasan perbaikan',
    rows: 'Usulan dalam daftar',
    table: 'Baris daftar',
    changed: (n: number) =>
      `${n} baris punya bukti yang berubah sesudah dikirim. Daftar yang dikirim tidak ikut berubah; periksa, lalu buat perbaikan bila perlu.`,
    isChanged: 'bukti berubah',
    name: 'Nama',
    kind: 'Usulan',
    desa: 'Desa/kelurahan',
    ba: 'Berita acara',
    drop: 'Keluarkan',
    send: 'Kirim untuk disahkan',
    ratify: 'Catat pengesahan',
    correct: 'Buat daftar perbaikan',
    notaLink: 'Nota dinas dan lampiran (PDF)',
    xlsx: 'Berkas SIKS-NG (xlsx)',
    csv: 'Berkas SIKS-NG (CSV)',
    exportNote: 'Berisi NIK lengkap; setiap unduhan dicatat.',
  },
  en: {
    title: (month: string) => `Ratification ${month}`,
    note: 'Pengesahan means "this is what we send". It gives nobody aid and sets nobody’s desil.',
    states: { disusun: 'Being prepared', dikirim: 'Waiting for ratification', disahkan: 'Ratified' },
    state: 'State',
    number: 'Ratification number',
    signed: 'Signed by',
    nota: 'Nota dinas',
    sent: 'Sent',
    hash: 'Fingerprint (SHA-256)',
    paraf: 'Waiting for the initials of',
    decree: 'See the chain of initials',
    replaces: 'Replaces',
    old: 'the former batch',
    replacedBy: 'Replaced by',
    newer: 'the correction',
    why: 'Why corrected',
    rows: 'Proposals in this batch',
    table: 'Rows of the batch',
    changed: (n: number) =>
      `The evidence of ${n} rows changed after sending. What was sent does not change; look, and begin a correction if needed.`,
    isChanged: 'evidence changed',
    name: 'Name',
    kind: 'Proposal',
    desa: 'Desa/kelurahan',
    ba: 'Berita acara',
    drop: 'Take out',
    send: 'Send for ratification',
    ratify: 'Record the ratification',
    correct: 'Begin a correction',
    notaLink: 'Nota dinas and annex (PDF)',
    xlsx: 'SIKS-NG file (xlsx)',
    csv: 'SIKS-NG file (CSV)',
    exportNote: 'Holds full NIK; each download is logged.',
  },
};

export type Batch = ReplyOf<'GET /api/pengesahan/:id'>;
type Item = Batch['items'][number];
const route = getRouteApi('/pengesahan/$id');

const Facts = ({ batch }: { batch: Batch }) => {
  const t = useText(texts);
  return (
    <FactList
      facts={[
        { label: t.state, value: <StatusBadge kind={BATCH_KIND[batch.state]}>{t.states[batch.state]}</StatusBadge> },
        ...(batch.number
          ? [
              {
                label: t.number,
                value: batch.number,
                source: batch.onDate ? <DateText date={batch.onDate} weekday /> : undefined,
              },
            ]
          : []),
        ...(batch.signatory ? [{ label: t.signed, value: batch.signatory }] : []),
        ...(batch.waitingParaf && !batch.replacedBy ? [{ label: t.paraf, value: batch.waitingParaf }] : []),
        ...(batch.decreeId
          ? [{ label: 'SK', value: <AppLink href={`/sk/${batch.decreeId}`}>{t.decree}</AppLink> }]
          : []),
        ...(batch.notaNumber
          ? [
              {
                label: t.nota,
                value: batch.notaNumber,
                source: <a href={`/api/pengesahan/${batch.id}/nota-dinas`}>{t.notaLink}</a>,
              },
            ]
          : []),
        ...(batch.sentAt
          ? [{ label: t.sent, value: <InstantText at={batch.sentAt} />, source: batch.sentByName ?? undefined }]
          : []),
        ...(batch.rowsHash
          ? [{ label: t.hash, value: <span style={{ overflowWrap: 'anywhere' }}>{batch.rowsHash}</span> }]
          : []),
        ...(batch.replaces
          ? [
              {
                label: t.replaces,
                value: <AppLink href={`/pengesahan/${batch.replaces}`}>{t.old}</AppLink>,
                source: batch.correctionReason ?? undefined,
              },
            ]
          : []),
        ...(batch.replacedBy
          ? [{ label: t.replacedBy, value: <AppLink href={`/pengesahan/${batch.replacedBy}`}>{t.newer}</AppLink> }]
          : []),
      ]}
    />
  );
};

const Rows = ({ batch, onDrop }: { batch: Batch; onDrop: ((item: Item) => void) | undefined }) => {
  const t = useText(texts);
  const changed = batch.items.filter((item) => item.isChanged).length;
  return (
    <Section title={t.rows} note={changed > 0 ? t.changed(changed) : undefined}>
      <DataTable
        caption={t.table}
        rows={batch.items}
        rowKey={(row) => row.usulanId}
        columns={[
          { key: 'name', header: t.name, cell: (row) => `${row.no}. ${row.name}` },
          {
            key: 'nik',
            header: 'NIK',
            cell: (row) => (row.nik === '' ? null : <span className="number">{row.nik}</span>),
          },
          { key: 'kind', header: t.kind, cell: (row) => row.kindName },
          { key: 'desa', header: t.desa, cell: (row) => row.areaLabel.split(',')[0] },
          { key: 'ba', header: t.ba, cell: (row) => row.musyawarah },
          {
            key: 'changed',
            header: t.state,
            cell: (row) => (row.isChanged ? <StatusBadge kind="tindakan">{t.isChanged}</StatusBadge> : ''),
          },
        ]}
        {...(onDrop
          ? {
              actions: (row: Item) => (
                <Button size="compact-sm" onClick={() => onDrop(row)}>
                  {t.drop}
                </Button>
              ),
            }
          : {})}
      />
    </Section>
  );
};

/** One batch: its rows, its papers, and the next step of who may take it. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { id } = route.useParams();
  const [open, setOpen] = useState<BatchStep>();
  const [mayPrepare, mayRatify, mayKey] = [useMay('batch.prepare'), useMay('batch.ratify'), useMay('centre.key')];
  const reply = useGet('/api/pengesahan/:id', { params: { id } });
  const batch = reply.data;
  if (!batch)
    return (
      <>
        <ErrorNotice error={reply.error} onRetry={() => void reply.refetch()} />
        {reply.isPending && <Waiting />}
      </>
    );
  const isOpen = batch.state === 'disusun';
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={t.note}>{t.title(formatMonth(batch.period, language))}</PageTitle>
      <Facts batch={batch} />
      <Rows batch={batch} onDrop={isOpen && mayPrepare ? (item) => setOpen({ what: 'keluarkan', item }) : undefined} />
      {batch.state === 'disahkan' && mayKey && (
        <div className="row screen-only">
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} href={`/api/pengesahan/${batch.id}/siks?format=${format}`}>
              <Icon name="download" /> {t[format]}
            </a>
          ))}
          <span className="muted">{t.exportNote}</span>
        </div>
      )}
      <div className="row screen-only" style={{ justifyContent: 'flex-end' }}>
        {!isOpen && mayPrepare && !batch.replacedBy && (
          <Button onClick={() => setOpen({ what: 'perbaiki' })}>{t.correct}</Button>
        )}
        {isOpen && mayPrepare && (
          <Button variant="filled" disabled={batch.rows === 0} onClick={() => setOpen({ what: 'kirim' })}>
            {t.send}
          </Button>
        )}
        {batch.state === 'dikirim' && mayRatify && !batch.replacedBy && (
          <Button variant="filled" onClick={() => setOpen({ what: 'sahkan' })}>
            {t.ratify}
          </Button>
        )}
      </div>
      {open && <BatchDialogs batch={batch} open={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
};

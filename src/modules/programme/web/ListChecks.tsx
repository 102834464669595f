import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { FamilyLines } from './FamilyLines.tsx';
import { RecheckCauses } from './RecheckCauses.tsx';

const texts = {
  id: {
    title: 'Pembuktian',
    note: 'Data dan hasil dibekukan saat daftar disiapkan. Siapa pun yang berwenang dapat menghitungnya lagi.',
    snapshot: 'Sidik data',
    result: 'Sidik hasil',
    verify: 'Hitung ulang dan bandingkan',
    same: 'Sama persis dengan yang dicatat',
    different: 'Berbeda dari yang dicatat: laporkan kepada Inspektorat',
    recheck: 'Periksa terhadap register hari ini',
    recheckNote: 'Daftar bisa disiapkan jauh sebelum SK-nya; sementara itu ada yang meninggal, pindah, atau berubah.',
    unchanged: 'Dengan ketentuan yang sama, daftar hari ini masih sama.',
    changed: (cameIn: number, wentOut: number, gone: number) =>
      `Bila dihitung hari ini: ${cameIn} masuk, ${wentOut} keluar (${gone} tidak ada lagi di register).`,
    cameIn: 'Akan masuk',
    wentOut: 'Akan keluar',
  },
  en: {
    title: 'Proof',
    note: 'Inputs and result were frozen when the list was prepared. Whoever may can compute it again.',
    snapshot: 'Hash of the inputs',
    result: 'Hash of the result',
    verify: 'Compute again and compare',
    same: 'Exactly what was recorded',
    different: 'Not what was recorded: report it to the Inspectorate',
    recheck: 'Check against the register of today',
    recheckNote: 'A list may be prepared long before its decree; meanwhile people die, move or change.',
    unchanged: 'With the same terms the list of today is still the same.',
    changed: (cameIn: number, wentOut: number, gone: number) =>
      `Computed today: ${cameIn} come in, ${wentOut} go out (${gone} no longer in the register).`,
    cameIn: 'Would come in',
    wentOut: 'Would go out',
  },
};
type View = ReplyOf<'GET /api/programme/list/:id'>;

const Verification = ({ id }: { id: string }) => {
  const t = useText(texts);
  const check = useGet('/api/programme/list/:id/verification', { params: { id } });
  if (!check.data)
    return check.error ? <ErrorNotice error={check.error} onRetry={() => void check.refetch()} /> : <Waiting />;
  return (
    <StatusBadge kind={check.data.same ? 'selesai' : 'tindakan'}>{check.data.same ? t.same : t.different}</StatusBadge>
  );
};

const Recheck = ({ run }: { run: View['run'] }) => {
  const t = useText(texts);
  const check = useGet('/api/programme/list/:id/recheck', { params: { id: run.id } });
  if (!check.data)
    return check.error ? <ErrorNotice error={check.error} onRetry={() => void check.refetch()} /> : <Waiting />;
  const { cameInCount, wentOutCount, goneCount, causes, cameIn, wentOut } = check.data;
  if (cameInCount + wentOutCount + causes.length === 0) return <p>{t.unchanged}</p>;
  return (
    <div className="stack">
      <p>{t.changed(cameInCount, wentOutCount, goneCount)}</p>
      <RecheckCauses run={run} causes={causes} />
      {cameIn.length > 0 && (
        <>
          <h3>{t.cameIn}</h3>
          <FamilyLines caption={t.cameIn} rows={cameIn} />
        </>
      )}
      {wentOut.length > 0 && (
        <>
          <h3>{t.wentOut}</h3>
          <FamilyLines caption={t.wentOut} rows={wentOut} />
        </>
      )}
    </div>
  );
};

/** The hashes of a list, the same computation once more, and the register of today beside it. */
export const ListChecks = ({ view }: { view: View }) => {
  const t = useText(texts);
  const { run } = view;
  const [isVerifying, setVerifying] = useState(false);
  const [isRechecking, setRechecking] = useState(false);
  const hash = (text: string) => <code style={{ overflowWrap: 'anywhere' }}>{text}</code>;
  return (
    <Section title={t.title} note={t.note}>
      <FactList
        facts={[
          { label: t.snapshot, value: hash(run.snapshotHash) },
          { label: t.result, value: hash(run.resultHash) },
        ]}
      />
      <div className="stack" aria-live="polite">
        {isVerifying ? <Verification id={run.id} /> : <Button onClick={() => setVerifying(true)}>{t.verify}</Button>}
        {run.state === 'rancangan' && (
          <>
            <p className="muted">{t.recheckNote}</p>
            {isRechecking ? <Recheck run={run} /> : <Button onClick={() => setRechecking(true)}>{t.recheck}</Button>}
          </>
        )}
      </div>
    </Section>
  );
};

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { uuid7 } from '#kernel/uuid7.ts';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { RupiahField } from '#web/ui/RupiahField.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { stateKind, useStateWords } from './states.ts';

const texts = {
  id: {
    name: 'Nama',
    nik: 'NIK',
    place: 'Alamat',
    due: 'Hak',
    given: 'Sudah diserahkan',
    programme: 'Program',
    proxy: 'Diambil wakil',
    proxyName: 'Nama wakil',
    relation: 'Hubungan dengan penerima',
    amount: 'Jumlah yang diserahkan',
    give: 'Serahkan',
    wait: 'Mencatat…',
    next: 'Penerima berikutnya',
    took: (who: string, desk: string) => `kepada ${who}, meja ${desk || '-'}`,
    doubled: 'Serah terima ini dicatat sebagai GANDA. Kejadian dibuka untuk Kepala Bidang; jangan serahkan lagi.',
    done: 'Serah terima dicatat.',
    already:
      'Sudah diserahkan. Jangan serahkan lagi. Jika keluarga merasa belum menerima, laporkan kepada Kepala Bidang.',
    reallyGiven: 'Barang sudah terlanjur diserahkan lagi (catat sebagai kejadian)',
    record: 'Catat kejadian',
  },
  en: {
    name: 'Name',
    nik: 'NIK',
    place: 'Address',
    due: 'Due',
    given: 'Handed over',
    programme: 'Programme',
    proxy: 'Taken by a proxy',
    proxyName: 'Name of the proxy',
    relation: 'Relation to the recipient',
    amount: 'Amount handed over',
    give: 'Hand over',
    wait: 'Recording…',
    next: 'Next recipient',
    took: (who: string, desk: string) => `to ${who}, desk ${desk || '-'}`,
    doubled:
      'This handover is recorded as DOUBLE. An incident is open for the head of division; do not hand over again.',
    done: 'The handover is recorded.',
    already:
      'Handed over already. Do not hand over again. If the family says it has not received, tell the head of division.',
    reallyGiven: 'It has been handed over again (record the incident)',
    record: 'Record the incident',
  },
};

/** The card of one code, with its one action. */
export const HandoverCard = ({
  code,
  desk,
  device,
  onNext,
}: {
  code: string;
  desk: string;
  device: string;
  onNext: () => void;
}) => {
  const t = useText(texts);
  const words = useStateWords();
  const id = useMemo(() => uuid7(), []);
  const card = useGet('/api/handover-desk/:code', { params: { code } });
  const [amount, setAmount] = useState<string | null>(null);
  const [proxy, setProxy] = useState<{ name: string; relation: string } | null>(null);
  const [isGivenAgain, setGivenAgain] = useState(false);
  const record = useAct('POST /api/handover', { stale: ['/api/handover-desk', '/api/entitlement', '/api/home'] });
  const data = card.data;
  if (!data) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  const rest = BigInt(data.due) - BigInt(data.effective);
  const isFull = rest === 0n;
  const send = () =>
    record.act({
      body: { id, code, device, desk, amount: amount ?? String(isFull ? data.due : rest), proxy, alreadyGiven: isFull },
    });
  return (
    <Section
      title={data.payeeName}
      actions={<StatusBadge kind={stateKind(data.state)}>{words[data.state]}</StatusBadge>}
    >
      <FactList
        facts={[
          { label: t.programme, value: `${data.programme} · ${data.period}` },
          { label: t.nik, value: data.nik },
          { label: t.place, value: data.areaLabel },
          { label: t.due, value: <Money amount={data.due} /> },
          { label: t.given, value: <Money amount={data.effective} /> },
          ...data.handovers.map((handover) => ({
            label: handover.ruling,
            value: <InstantText at={handover.occurredAt} />,
            source: t.took(handover.receiver, handover.desk),
          })),
        ]}
      />
      <div className="stack">
        {data.closed && !record.data && (
          <p role="alert">
            <StatusBadge kind="tindakan">{data.closed}</StatusBadge>
          </p>
        )}
        {isFull && !record.data && (
          <>
            <p role="alert">{t.already}</p>
            <Checkbox
              label={t.reallyGiven}
              checked={isGivenAgain}
              onChange={(event) => setGivenAgain(event.currentTarget.checked)}
            />
          </>
        )}
        <ErrorNotice error={record.error} />
        {record.data ? (
          <>
            <p role="status">{record.data.ruling === 'efektif' ? t.done : t.doubled}</p>
            <div className="row">
              <Button key="next" variant="filled" onClick={onNext} autoFocus>
                {t.next}
              </Button>
            </div>
          </>
        ) : (
          <>
            {!isFull && (
              <>
                <div style={{ maxWidth: 320 }}>
                  <RupiahField label={t.amount} value={amount ?? String(rest)} onChange={setAmount} />
                </div>
                <Checkbox
                  label={t.proxy}
                  checked={proxy !== null}
                  onChange={(event) => setProxy(event.currentTarget.checked ? { name: '', relation: '' } : null)}
                />
                {proxy && (
                  <div className="row">
                    <TextInput
                      label={t.proxyName}
                      value={proxy.name}
                      onChange={(event) => setProxy({ ...proxy, name: event.currentTarget.value })}
                    />
                    <TextInput
                      label={t.relation}
                      value={proxy.relation}
                      onChange={(event) => setProxy({ ...proxy, relation: event.currentTarget.value })}
                    />
                  </div>
                )}
              </>
            )}
            <div className="row">
              <Button onClick={onNext}>{t.next}</Button>
              {(!isFull || isGivenAgain) && (
                <Button
                  variant="filled"
                  size="md"
                  disabled={record.isPending || (data.closed !== null && !isFull)}
                  onClick={send}
                  {...(isFull ? { color: 'red' } : {})}
                >
                  {record.isPending ? t.wait : isFull ? t.record : t.give}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </Section>
  );
};

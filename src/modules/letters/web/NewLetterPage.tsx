import { Button, Radio, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonPicker, type PickedPerson } from '#web/ui/PersonPicker.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { type Filled, KindFields } from './KindFields.tsx';
import type { Kind } from './words.ts';

const texts = {
  id: {
    title: 'Minta surat',
    note: 'Cari orangnya dulu, pilih suratnya, lihat dokumen aslinya.',
    person: 'Surat untuk',
    personHint: 'Cari dengan nama, NIK, atau alamat. Bila belum ada di register, daftarkan dulu.',
    kind: 'Jenis surat',
    minutes: (n: number, isFast: boolean) => `target ${n} menit${isFast ? ', jalur cepat' : ''}`,
    applicant: 'Diminta oleh (isi bila bukan orangnya sendiri; wajib untuk anak di bawah 17 tahun)',
    send: 'Kirim ke pemeriksa',
    wait: 'Mengirim…',
    done: 'Permintaan masuk antrean',
    doneNote: 'Cetak atau salin untuk warga. PIN hanya tampil sekali.',
    receipt: 'Nomor tanda terima',
    another: 'Minta surat lain',
    queue: 'Ke meja surat',
    print: 'Cetak tanda terima',
  },
  en: {
    title: 'Ask for a letter',
    note: 'Find the person first, choose the letter, look at the original papers.',
    person: 'Letter for',
    personHint: 'Search by name, NIK or address. Who is not in the register is registered first.',
    kind: 'Kind of letter',
    minutes: (n: number, isFast: boolean) => `target ${n} minutes${isFast ? ', fast lane' : ''}`,
    applicant: 'Asked for by (if not the person; needed for a child under 17)',
    send: 'Send to the back office',
    wait: 'Sending…',
    done: 'The request is in the queue',
    doneNote: 'Print or copy it for the citizen. The PIN is shown once.',
    receipt: 'Receipt number',
    another: 'Ask for another letter',
    queue: 'To the letters desk',
    print: 'Print the receipt',
  },
};

const EMPTY: Filled = { fields: {}, papers: [] };

const useAsking = () => {
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [kind, setKind] = useState<Kind | null>(null);
  const [filled, setFilled] = useState<Filled>(EMPTY);
  const [applicant, setApplicant] = useState('');
  const take = useAct('POST /api/letter-request', { stale: ['/api/letter-request', '/api/home'] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person && kind)
      take.act({ body: { kind: kind.code, personId: person.id, applicant, ...filled, papers: [...filled.papers] } });
  };
  const again = () => {
    take.reset();
    setPerson(null);
    setKind(null);
    setFilled(EMPTY);
    setApplicant('');
  };
  const choose = (next: Kind | null) => {
    setKind(next);
    setFilled(EMPTY);
  };
  return { person, setPerson, kind, choose, filled, setFilled, applicant, setApplicant, take, submit, again };
};

const Receipt = ({ taken, onAgain }: { taken: { receiptNumber: string; pin: string }; onAgain: () => void }) => {
  const t = useText(texts);
  return (
    <Section title={t.done} note={t.doneNote}>
      <FactList
        facts={[
          { label: t.receipt, value: formatReceiptCode(taken.receiptNumber) },
          { label: 'PIN', value: taken.pin },
        ]}
      />
      <div className="row screen-only">
        <Button onClick={() => window.print()}>{t.print}</Button>
        <Button component={Link} to="/surat">
          {t.queue}
        </Button>
        <Button variant="filled" onClick={onAgain}>
          {t.another}
        </Button>
      </div>
    </Section>
  );
};

/** The front office: person, letter, papers; gives the citizen a number and a PIN. */
export const Page = () => {
  const t = useText(texts);
  const kinds = useGet('/api/letter-kind');
  const ask = useAsking();
  const { kind, take } = ask;
  const offered = kinds.data?.items.filter((one) => one.active) ?? [];
  return (
    <div className="stack" style={{ gap: 16, maxWidth: 680 }}>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={kinds.error ?? take.error} />
      {take.data ? (
        <Receipt taken={take.data} onAgain={ask.again} />
      ) : (
        <form className="stack" onSubmit={ask.submit} noValidate>
          <PersonPicker label={t.person} description={t.personHint} value={ask.person} onChange={ask.setPerson} />
          <Radio.Group
            label={t.kind}
            value={kind?.code ?? ''}
            onChange={(code) => ask.choose(offered.find((one) => one.code === code) ?? null)}
          >
            <div className="stack" style={{ gap: 8 }}>
              {offered.map((one) => (
                <Radio
                  key={one.code}
                  value={one.code}
                  label={one.name}
                  description={t.minutes(one.targetMinutes, one.fast)}
                />
              ))}
            </div>
          </Radio.Group>
          {kind && <KindFields kind={kind} filled={ask.filled} onChange={ask.setFilled} />}
          {kind && (
            <TextInput
              label={t.applicant}
              value={ask.applicant}
              onChange={(event) => ask.setApplicant(event.currentTarget.value)}
            />
          )}
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button type="submit" variant="filled" disabled={!ask.person || !kind || take.isPending}>
              {take.isPending ? t.wait : t.send}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
};

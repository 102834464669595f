import { Button, Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { FINDINGS, type Finding } from '../domain/grounds.ts';
import { type Objection, STALE, useSay } from './words.ts';

const texts = {
  id: {
    title: 'Putusan',
    waits: 'Belum dapat diputus:',
    missing: {
      keluarga_belum_ditanya: 'keluarga belum ditanya',
      jawaban_ditunggu: 'keluarga masih punya waktu menjawab',
      belum_ditinjau: 'keadaan di lapangan belum diperiksa ulang',
      tahap: 'berkas belum sampai di meja keputusan',
    },
    notYours: 'Sanggahan ini diputus oleh verifikator atau Kabid.',
    finding: 'Hasil pemeriksaan',
    reason: 'Alasan (dibaca kedua pihak)',
    text: 'Penjelasan untuk berkas',
    hint: 'Tidak dicetak di surat.',
    centre: 'Sampaikan perubahan datanya ke pusat (SIKS-NG)',
    send: 'Putuskan dan buat surat',
    need: 'Tulis penjelasan, paling sedikit lima huruf.',
    choose: 'Pilih hasilnya.',
  },
  en: {
    title: 'Finding',
    waits: 'Cannot be decided yet:',
    missing: {
      keluarga_belum_ditanya: 'the family has not been asked',
      jawaban_ditunggu: 'the family still has time to answer',
      belum_ditinjau: 'nobody has looked on the spot again',
      tahap: 'the papers are not at the decision desk',
    },
    notYours: 'A verifier or the head of division decides this.',
    finding: 'What was found',
    reason: 'Reason (both sides read it)',
    text: 'Explanation for the file',
    hint: 'Not printed in the letters.',
    centre: 'Report the change to the centre (SIKS-NG)',
    send: 'Decide and make the letters',
    need: 'Write an explanation, at least five letters.',
    choose: 'Choose what was found.',
  },
};

/** What a named officer finds: only when the family was heard and somebody looked; a coded reason that both sides read. */
export const FindingForm = ({ objection }: { objection: Objection }) => {
  const t = useText(texts);
  const say = useSay();
  const [finding, setFinding] = useState<Finding | ''>('');
  const [reasonCode, setReasonCode] = useState('');
  const [text, setText] = useState('');
  const [toCentre, setToCentre] = useState(false);
  const [isTried, setTried] = useState(false);
  const decide = useAct('POST /api/objection/:id/finding', { stale: STALE });
  if (objection.missing.length > 0)
    return (
      <Section title={t.title}>
        <p>{t.waits}</p>
        <ul>
          {objection.missing.map((code) => (
            <li key={code}>{t.missing[code]}</li>
          ))}
        </ul>
      </Section>
    );
  if (!objection.mayFind)
    return (
      <Section title={t.title}>
        <p>{t.notYours}</p>
      </Section>
    );
  const reasons = finding === '' ? [] : objection.reasons[finding];
  const chosen = reasons.some(({ code }) => code === reasonCode) ? reasonCode : (reasons[0]?.code ?? '');
  const isShort = text.trim().length < 5;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (finding === '' || isShort) return;
    const tracks = toCentre && finding === 'terbukti' ? (['pusat'] as ('pusat' | 'daerah')[]) : [];
    decide.act({
      params: { id: objection.id },
      body: { version: objection.version, finding, reasonCode: chosen, text: text.trim(), tracks },
    });
  };
  return (
    <Section title={t.title}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={decide.error} />
        <Radio.Group
          label={t.finding}
          value={finding}
          error={isTried && finding === '' ? t.choose : undefined}
          onChange={(value) => setFinding(value as Finding)}
        >
          <div className="row">
            {(Object.keys(FINDINGS) as Finding[]).map((value) => (
              <Radio key={value} value={value} label={say(FINDINGS[value])} />
            ))}
          </div>
        </Radio.Group>
        {reasons.length > 0 && (
          <NativeSelect
            label={t.reason}
            value={chosen}
            data={reasons.map(({ code, words }) => ({ value: code, label: say([words.id, words.en]) }))}
            onChange={(event) => setReasonCode(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t.text}
          description={t.hint}
          rows={3}
          maxLength={1000}
          value={text}
          error={isTried && isShort ? t.need : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {finding === 'terbukti' && (
          <Checkbox
            label={t.centre}
            checked={toCentre}
            onChange={(event) => setToCentre(event.currentTarget.checked)}
          />
        )}
        <div className="row">
          <Button type="submit" variant="filled" disabled={decide.isPending}>
            {t.send}
          </Button>
        </div>
      </form>
    </Section>
  );
};

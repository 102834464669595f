import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { MEETING_KINDS } from '../domain/words.ts';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    title: 'Siapkan musyawarah',
    desa: 'Desa/kelurahan',
    kind: 'Cara',
    sptjmNote: 'SPTJM: surat pernyataan tanggung jawab mutlak sebagai pengganti musyawarah.',
    on: 'Tanggal pelaksanaan',
    place: 'Tempat',
    leader: 'Pimpinan atau penanggung jawab',
    agenda: (n: number) => `Agenda: ${n} usulan yang menunggu di desa ini masuk semua; dapat dikurangi sesudah ini.`,
    submit: 'Siapkan',
    wait: 'Menyiapkan…',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Prepare a meeting',
    desa: 'Desa/kelurahan',
    kind: 'How',
    sptjmNote: 'SPTJM: a statement of full responsibility in place of a meeting.',
    on: 'Date held',
    place: 'Place',
    leader: 'Chair or person responsible',
    agenda: (n: number) => `Agenda: all ${n} proposals waiting in this desa; you can take some off afterwards.`,
    submit: 'Prepare',
    wait: 'Preparing…',
    cancel: 'Not now',
  },
};

type Desa = { areaId: number; label: string; waiting: number };
const isKelurahan = (label: string): boolean => label.startsWith('Kelurahan');

/** Chooses desa, kind, date, place and chair; the agenda takes what waits there. */
export const PrepareMeetingDialog = ({ desa, onClose }: { desa: readonly Desa[]; onClose: () => void }) => {
  const t = useText(texts);
  const say = useSay();
  const router = useRouter();
  const [areaId, setAreaId] = useState(desa.find((one) => one.waiting > 0)?.areaId ?? desa[0]?.areaId ?? 0);
  const [isStatement, setStatement] = useState(false);
  const [onDate, setOnDate] = useState('');
  const [place, setPlace] = useState('');
  const [leader, setLeader] = useState('');
  const prepare = useAct('POST /api/musyawarah', {
    stale: ['/api/musyawarah', '/api/home'],
    onDone: ({ id }) => router.history.push(`/kantor/musyawarah/${id}`),
  });
  const chosen = desa.find((one) => one.areaId === areaId);
  const meetingKind = isKelurahan(chosen?.label ?? '') ? 'muskel' : 'musdes';
  const faults = fieldErrors(prepare.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prepare.act({ body: { kind: isStatement ? 'sptjm' : meetingKind, areaId, onDate, place, leader } });
  };
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={prepare.error} />
        {desa.length > 1 && (
          <NativeSelect
            label={t.desa}
            value={String(areaId)}
            onChange={(event) => setAreaId(Number(event.currentTarget.value))}
            data={desa.map((one) => ({ value: String(one.areaId), label: `${one.label} (${one.waiting})` }))}
          />
        )}
        <Radio.Group
          label={t.kind}
          description={t.sptjmNote}
          value={isStatement ? 'sptjm' : 'rapat'}
          onChange={(value) => setStatement(value === 'sptjm')}
        >
          <div className="row" style={{ marginTop: 8 }}>
            <Radio value="rapat" label={say(MEETING_KINDS[meetingKind])} />
            <Radio value="sptjm" label={say(MEETING_KINDS.sptjm)} />
          </div>
        </Radio.Group>
        <DateField label={t.on} value={onDate} onChange={setOnDate} error={faults['onDate']} />
        <TextInput
          label={t.place}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
          error={faults['place']}
          maxLength={200}
        />
        <TextInput
          label={t.leader}
          value={leader}
          onChange={(event) => setLeader(event.currentTarget.value)}
          error={faults['leader']}
          maxLength={120}
        />
        {chosen && <p className="muted">{t.agenda(chosen.waiting)}</p>}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={prepare.isPending}>
            {prepare.isPending ? t.wait : t.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

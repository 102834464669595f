import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { AreaPicker, type PickedArea } from '#web/ui/AreaPicker.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { useSession } from '#web/ui/session.tsx';
import {
  CHANNELS,
  type Channel,
  CONSENTS,
  type Consent,
  KINDS,
  type Kind,
  RELATIONS,
  type Relation,
} from '../domain/kinds.ts';
import { type PersonEntry, ProposedPerson } from './ProposedPerson.tsx';
import styles from './ProposeForm.module.css';
import type { Slip } from './ReceiptSlip.tsx';
import { STALE } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    kind: 'Apa yang diusulkan',
    area: 'Desa/kelurahan atau RT tempat tinggalnya',
    areaHint: 'Ketik nama desa, atau "rt 002 karang asri".',
    reporter: 'Nama pengusul',
    relation: 'Hubungan pengusul dengan orang ini',
    channel: 'Datang lewat',
    reason: 'Mengapa diusulkan',
    reasonHint: 'Ceritakan keadaannya dengan singkat. Jangan tulis penyakit.',
    consent: 'Persetujuan warga yang diusulkan',
    skipRt: 'Warga meminta: jangan lewat RT',
    send: 'Kirim usulan',
    need: {
      person: 'Pilih atau isi orang yang diusulkan.',
      name: 'Isi nama orang yang diusulkan.',
      address: 'Isi alamatnya, supaya petugas menemukannya.',
      area: 'Pilih desa/kelurahan atau RT.',
      reporter: 'Isi nama pengusul.',
      reason: 'Tulis mengapa diusulkan, paling sedikit lima huruf.',
      consent: 'Pilih bagaimana warga menyetujui.',
    },
  },
  en: {
    kind: 'What is proposed',
    area: 'Desa/kelurahan or RT where she lives',
    areaHint: 'Type the village, or "rt 002 karang asri".',
    reporter: 'Name of the proposer',
    relation: 'Relation of the proposer to this person',
    channel: 'Came through',
    reason: 'Why she is proposed',
    reasonHint: 'Tell the situation in short. Do not write illnesses.',
    consent: 'Consent of the person proposed',
    skipRt: 'The citizen asks: not through the RT',
    send: 'Send the proposal',
    need: {
      person: 'Choose or enter the person proposed.',
      name: 'Fill in the name.',
      address: 'Fill in the address, so that she can be found.',
      area: 'Choose the desa/kelurahan or RT.',
      reporter: 'Fill in the name of the proposer.',
      reason: 'Write why, at least five letters.',
      consent: 'Choose how she consented.',
    },
  },
};

const RT_KINDS: readonly Kind[] = ['baru', 'perubahan', 'tambah_anggota', 'pindah_keluar', 'meninggal', 'mampu'];
const DESK_KINDS: readonly Kind[] = [
  ...RT_KINDS,
  'keluar_anggota',
  'pindah_masuk',
  'pecah_kk',
  'gabung_kk',
  'reaktivasi_pbi',
];
const SPOKEN: readonly Consent[] = ['lisan_saksi', 'tertulis', 'cap_jempol'];
const route = getRouteApi('/usulkan');

type Form = {
  kind: Kind;
  person: PersonEntry;
  area: PickedArea | null;
  reporterName: string;
  relation: Relation;
  channel: Channel;
  reason: string;
  consent: Consent | '';
  skipRt: boolean;
};

const channelsFor = (kind: string): readonly Channel[] => {
  if (kind === 'rt' || kind === 'psm') return [kind];
  return ['kelurahan', 'dinsos', 'cek_bansos', 'musrenbang', 'roadshow'];
};

const faultsOf = (form: Form, isRt: boolean, t: (typeof texts)['id']['need']): FieldFault[] => {
  const { person } = form;
  const typed = person.chosen === null;
  const list: (FieldFault | false)[] = [
    typed && person.name.trim() === '' && { field: 'name', sentence: t.name },
    typed && person.address.trim() === '' && { field: 'address', sentence: t.address },
    !isRt && typed && form.area === null && { field: 'area', sentence: t.area },
    form.reporterName.trim() === '' && { field: 'reporterName', sentence: t.reporter },
    form.reason.trim().length < 5 && { field: 'reason', sentence: t.reason },
    form.consent === '' && { field: 'consent', sentence: t.consent },
  ];
  return list.filter((fault) => fault !== false);
};

const blankToNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** What is sent: the chosen person, or the draft as it was typed. */
const bodyOf = (form: Form, rtAreaId: number | undefined) => {
  const { person } = form;
  const rtOfArea = form.area?.kind === 'rt' ? form.area.id : undefined;
  return {
    kind: form.kind,
    channel: form.channel,
    reporterName: form.reporterName.trim(),
    relation: form.relation,
    consent: form.consent as Consent,
    reason: form.reason.trim(),
    skipRt: form.skipRt,
    areaId: rtAreaId ?? form.area?.id,
    ...(person.chosen
      ? { subjectPersonId: person.chosen.id }
      : {
          draft: {
            name: person.name.trim(),
            address: person.address.trim(),
            nik: blankToNone(person.nik),
            nomorKk: blankToNone(person.nomorKk),
            birthOn: person.birthOn === '' ? undefined : person.birthOn,
            sex: person.sex === '' ? undefined : person.sex,
            phone: blankToNone(person.phone),
            rtAreaId: rtAreaId ?? rtOfArea,
          },
        }),
  };
};

const useProposal = (onDone: (done: { slip: Slip; kind: Kind; areaLabel: string }) => void) => {
  const t = useText(texts);
  const { name, assignment } = useSession();
  const { warga } = route.useSearch();
  const isRt = assignment?.role === 'rt';
  const rt = useGet('/api/rt', { enabled: isRt });
  const channels = channelsFor(assignment?.role ?? '');
  const [form, setForm] = useState<Form>({
    kind: 'baru',
    person: { chosen: null, name: '', nik: '', nomorKk: '', birthOn: '', sex: '', address: '', phone: '' },
    area: null,
    reporterName: isRt ? name : '',
    relation: isRt ? 'ketua_rt' : 'diri_sendiri',
    channel: channels[0] ?? 'dinsos',
    reason: '',
    consent: '',
    skipRt: false,
  });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const neighbour = rt.data?.neighbours.find((one) => one.id === warga);
  // The neighbour picked on the RT page stands chosen until the RT head chooses otherwise.
  const [isPicked, setPicked] = useState(warga !== undefined);
  const person =
    isPicked && neighbour && !form.person.chosen
      ? { ...form.person, chosen: { id: neighbour.id, label: neighbour.name } }
      : form.person;
  const full = { ...form, person };
  const areaLabel = isRt ? (rt.data?.area.label ?? '') : (form.area?.label ?? '');
  const send = useAct('POST /api/usulan', {
    stale: STALE,
    onDone: (slip) => onDone({ slip, kind: form.kind, areaLabel }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(full, isRt, t.need);
    setFaults(found);
    if (found.length === 0) send.act({ body: bodyOf(full, isRt ? rt.data?.area.id : undefined) });
  };
  const set = (change: Partial<Form>) => {
    if (change.person) setPicked(false);
    setForm((before) => ({ ...before, ...change }));
  };
  return { form: full, set, faults, submit, send, isRt, neighbours: rt.data?.neighbours ?? [], channels };
};

/** One form for RT heads and desks: the person (search first), where, why, and how she consented. */
export const ProposeForm = ({ onDone }: { onDone: (done: { slip: Slip; kind: Kind; areaLabel: string }) => void }) => {
  const t = useText(texts);
  const say = useWords();
  const { form, set, faults, submit, send, isRt, neighbours, channels } = useProposal(onDone);
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  const choices = <K extends string>(keys: readonly K[], words: Readonly<Record<K, readonly [string, string]>>) =>
    keys.map((value) => ({ value, label: say(words[value]) }));
  return (
    <form className={`stack ${styles.form}`} onSubmit={submit} noValidate>
      <FormErrors faults={faults} />
      <ErrorNotice error={send.error} />
      <NativeSelect
        label={t.kind}
        value={form.kind}
        data={choices(isRt ? RT_KINDS : DESK_KINDS, KINDS)}
        onChange={(event) => set({ kind: event.currentTarget.value as Kind })}
      />
      <ProposedPerson
        entry={form.person}
        onChange={(person) => set({ person })}
        neighbours={isRt ? neighbours : undefined}
        errorOf={errorOf}
      />
      {!isRt && form.person.chosen === null && (
        <AreaPicker
          label={t.area}
          description={t.areaHint}
          name="area"
          value={form.area}
          error={errorOf('area')}
          onChange={(area) => set({ area })}
        />
      )}
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        name="reason"
        rows={3}
        maxLength={1000}
        value={form.reason}
        error={errorOf('reason')}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <TextInput
        label={t.reporter}
        name="reporterName"
        maxLength={120}
        value={form.reporterName}
        error={errorOf('reporterName')}
        onChange={(event) => set({ reporterName: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.relation}
        value={form.relation}
        data={choices(Object.keys(RELATIONS) as Relation[], RELATIONS)}
        onChange={(event) => set({ relation: event.currentTarget.value as Relation })}
      />
      {channels.length > 1 && (
        <NativeSelect
          label={t.channel}
          value={form.channel}
          data={choices(channels, CHANNELS)}
          onChange={(event) => set({ channel: event.currentTarget.value as Channel })}
        />
      )}
      <Radio.Group
        label={t.consent}
        name="consent"
        value={form.consent}
        error={errorOf('consent')}
        onChange={(value) => set({ consent: value as Consent })}
      >
        <div className={styles.choices}>
          {SPOKEN.map((consent) => (
            <Radio key={consent} value={consent} label={say(CONSENTS[consent])} />
          ))}
        </div>
      </Radio.Group>
      {!isRt && (
        <Checkbox
          label={t.skipRt}
          checked={form.skipRt}
          onChange={(event) => set({ skipRt: event.currentTarget.checked })}
        />
      )}
      <div className="row">
        <Button type="submit" variant="filled" disabled={send.isPending}>
          {t.send}
        </Button>
      </div>
    </form>
  );
};

import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { dateInZone } from '#kernel/local-date.ts';
import { AreaPicker, type PickedArea } from '#web/ui/AreaPicker.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { useSession } from '#web/ui/session.tsx';
import { NEEDS_NO_CONSENT, readFacts } from '../domain/kind-facts.ts';
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
import { FactFields } from './FactFields.tsx';
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
    witness: 'Nama saksi yang mendengar',
    anonymous: 'Tanpa nama pengadu',
    kin: 'Ada hubungan keluarga dengan Ketua RT, perangkat desa, atau petugas',
    kinWho: 'Nama atau jabatan pejabat itu',
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
      witness: 'Isi nama saksi yang mendengar persetujuannya.',
      kin: 'Isi nama atau jabatan pejabat itu.',
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
    witness: 'Name of the witness who heard it',
    anonymous: 'Without the name of the complainant',
    kin: 'A tie of family to the RT head, a village official or an officer',
    kinWho: 'Name or office of that official',
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
      witness: 'Fill in who heard the consent.',
      kin: 'Fill in the name or office of that official.',
    },
  },
};

const RT_KINDS: readonly Kind[] = [
  'baru',
  'perubahan',
  'tambah_anggota',
  'keluar_anggota',
  'pindah_masuk',
  'pindah_keluar',
  'meninggal',
  'mampu',
];
const DESK_KINDS: readonly Kind[] = [...RT_KINDS, 'pecah_kk', 'gabung_kk', 'reaktivasi_pbi', 'pengaduan'];
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
  witness: string;
  isAnonymous: boolean;
  /** The official to whom there is a tie; null: none was said. */
  kin: string | null;
  facts: Record<string, string>;
  skipRt: boolean;
};
/** What stays for the next proposal of the same sitting. */
export type Sitting = Pick<Form, 'kind' | 'area' | 'reporterName' | 'relation' | 'channel' | 'consent' | 'witness'> & {
  since: string;
};

const channelsFor = (kind: string): readonly Channel[] => {
  if (kind === 'rt' || kind === 'psm') return [kind];
  return ['kelurahan', 'dinsos', 'cek_bansos', 'musrenbang', 'roadshow'];
};

const faultsOf = (form: Form, isRt: boolean, today: string, t: (typeof texts)['id']['need']): FieldFault[] => {
  const { person } = form;
  const typed = person.chosen === null;
  const list: (FieldFault | false)[] = [
    typed && person.name.trim() === '' && { field: 'name', sentence: t.name },
    typed && person.address.trim() === '' && { field: 'address', sentence: t.address },
    !isRt && typed && form.area === null && { field: 'area', sentence: t.area },
    !form.isAnonymous && form.reporterName.trim() === '' && { field: 'reporterName', sentence: t.reporter },
    form.reason.trim().length < 5 && { field: 'reason', sentence: t.reason },
    form.consent === '' && { field: 'consent', sentence: t.consent },
    form.consent === 'lisan_saksi' && form.witness.trim() === '' && { field: 'witness', sentence: t.witness },
    form.kin !== null && form.kin.trim() === '' && { field: 'kin', sentence: t.kin },
  ];
  const facts = readFacts(form.kind, form.facts, today).faults.map(({ key, sentence }) => ({
    field: `facts.${key}`,
    sentence,
  }));
  return [...list.filter((fault) => fault !== false), ...facts];
};

const blankToNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** What is sent: the chosen person, or the draft as it was typed. */
const bodyOf = (form: Form, rtAreaId: number | undefined) => {
  const { person } = form;
  const rtOfArea = form.area?.kind === 'rt' ? form.area.id : undefined;
  return {
    kind: form.kind,
    channel: form.channel,
    reporterName: form.isAnonymous ? 'tidak disebut' : form.reporterName.trim(),
    isAnonymous: form.isAnonymous,
    facts: Object.fromEntries(Object.entries(form.facts).filter(([, value]) => value !== '')),
    witness: form.consent === 'lisan_saksi' ? blankToNone(form.witness) : undefined,
    ...(form.kin === null ? {} : { tie: { official: form.kin.trim(), relation: 'keluarga' as const } }),
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

export type Sent = { slip: Slip; kind: Kind; areaLabel: string; sitting: Sitting };

/** The form of a sitting begins with what the last one said of place, proposer and consent. */
const keptOf = (sitting: Sitting | undefined): Partial<Form> => {
  if (!sitting) return {};
  const { since: _since, ...kept } = sitting;
  const { kind, area, reporterName, relation, channel, consent, witness } = kept;
  return { kind, area, reporterName, relation, channel, consent, witness };
};

const useProposal = (onDone: (done: Sent) => void, sitting: Sitting | undefined) => {
  const t = useText(texts);
  const { name, assignment, agency } = useSession();
  const today = dateInZone(new Date(), agency.zone);
  const { warga, jenis } = route.useSearch();
  const isRt = assignment?.role === 'rt';
  const rt = useGet('/api/rt', { enabled: isRt });
  const channels = channelsFor(assignment?.role ?? '');
  const [form, setForm] = useState<Form>({
    kind: jenis ?? 'baru',
    person: { chosen: null, name: '', nik: '', nomorKk: '', birthOn: '', sex: '', address: '', phone: '' },
    area: null,
    reporterName: isRt ? name : '',
    relation: isRt ? 'ketua_rt' : 'diri_sendiri',
    channel: channels[0] ?? 'dinsos',
    reason: '',
    consent: jenis && NEEDS_NO_CONSENT.has(jenis) ? 'tidak_perlu' : '',
    witness: '',
    isAnonymous: false,
    kin: null,
    facts: sitting?.since ? { sejak: sitting.since } : {},
    skipRt: false,
    ...keptOf(sitting),
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
    onDone: (slip) =>
      onDone({ slip, kind: form.kind, areaLabel, sitting: { ...form, since: form.facts['sejak'] ?? '' } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(full, isRt, today, t.need);
    setFaults(found);
    if (found.length === 0) send.act({ body: bodyOf(full, isRt ? rt.data?.area.id : undefined) });
  };
  const set = (change: Partial<Form>) => {
    if (change.person) setPicked(false);
    setForm((before) => ({ ...before, ...change }));
  };
  return { form: full, set, faults, submit, send, isRt, neighbours: rt.data?.neighbours ?? [], channels };
};

type Part = { errorOf: (field: string) => string | undefined };

const ConsentFields = (
  props: Part & {
    consent: Consent | '';
    witness: string;
    onChange: (change: { consent: Consent } | { witness: string }) => void;
  },
) => {
  const t = useText(texts);
  const say = useWords();
  return (
    <>
      <Radio.Group
        label={t.consent}
        name="consent"
        value={props.consent}
        error={props.errorOf('consent')}
        onChange={(value) => props.onChange({ consent: value as Consent })}
      >
        <div className={styles.choices}>
          {SPOKEN.map((consent) => (
            <Radio key={consent} value={consent} label={say(CONSENTS[consent])} />
          ))}
        </div>
      </Radio.Group>
      {props.consent === 'lisan_saksi' && (
        <TextInput
          label={t.witness}
          name="witness"
          maxLength={120}
          value={props.witness}
          error={props.errorOf('witness')}
          onChange={(event) => props.onChange({ witness: event.currentTarget.value })}
        />
      )}
    </>
  );
};

const KinField = ({
  kin,
  onChange,
  errorOf,
}: Part & { kin: string | null; onChange: (kin: string | null) => void }) => {
  const t = useText(texts);
  return (
    <>
      <Checkbox
        label={t.kin}
        checked={kin !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? '' : null)}
      />
      {kin !== null && (
        <TextInput
          label={t.kinWho}
          name="kin"
          maxLength={120}
          value={kin}
          error={errorOf('kin')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </>
  );
};

/** One form for RT heads and desks: the person (search first), where, why, and how she consented. */
export const ProposeForm = ({ onDone, sitting }: { onDone: (done: Sent) => void; sitting?: Sitting | undefined }) => {
  const t = useText(texts);
  const say = useWords();
  const { form, set, faults, submit, send, isRt, neighbours, channels } = useProposal(onDone, sitting);
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
        onChange={(event) => {
          const kind = event.currentTarget.value as Kind;
          const needsNone = NEEDS_NO_CONSENT.has(kind);
          const consent = needsNone ? 'tidak_perlu' : form.consent === 'tidak_perlu' ? '' : form.consent;
          set({ kind, consent, facts: {}, isAnonymous: false });
        }}
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
      <FactFields
        kind={form.kind}
        values={form.facts}
        onChange={(key, value) => set({ facts: { ...form.facts, [key]: value } })}
        errorOf={errorOf}
      />
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
      {form.kind === 'pengaduan' && (
        <Checkbox
          label={t.anonymous}
          checked={form.isAnonymous}
          onChange={(event) => set({ isAnonymous: event.currentTarget.checked })}
        />
      )}
      <TextInput
        label={t.reporter}
        disabled={form.isAnonymous}
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
      {!NEEDS_NO_CONSENT.has(form.kind) && (
        <ConsentFields
          consent={form.consent}
          witness={form.witness}
          onChange={(change) => set(change)}
          errorOf={errorOf}
        />
      )}
      <KinField kin={form.kin} onChange={(kin) => set({ kin })} errorOf={errorOf} />
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

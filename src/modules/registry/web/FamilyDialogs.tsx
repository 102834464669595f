import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PersonPicker, type PickedPerson } from '#web/ui/PersonPicker.tsx';
import { useAct, useForget } from '#web/ui/queries.ts';
import { DoubtDialog } from './Doubts.tsx';
import { type FamilySheet, SHDK } from './words.ts';

const texts = {
  id: {
    address: 'Perbaiki alamat',
    addressField: 'Alamat',
    reason: 'Dasar perbaikan',
    save: 'Simpan',
    cancel: 'Jangan dulu',
    fill: 'Isi bagian ini.',
    add: 'Tambah anggota',
    person: 'Orang yang sudah tercatat',
    personHint: 'Belum tercatat? Daftarkan dulu dari halaman Cari warga.',
    relation: 'Hubungan dengan kepala keluarga',
    unknown: 'belum diketahui',
    card: 'Ganti Nomor KK',
    cardField: 'Nomor KK yang baru',
    cardHint: 'Kartu lama tetap ada di riwayat; keluarganya tetap sama.',
    head: 'Tetapkan kepala keluarga',
    headChoice: 'Kepala keluarga',
    former: 'Hubungan kepala yang lama',
  },
  en: {
    address: 'Correct the address',
    addressField: 'Address',
    reason: 'Basis of the correction',
    save: 'Save',
    cancel: 'Not now',
    fill: 'Fill this in.',
    add: 'Add a member',
    person: 'A person on record',
    personHint: 'Not on record? Register her first from the page Find a resident.',
    relation: 'Relation to the head',
    unknown: 'not known yet',
    card: 'Change the KK number',
    cardField: 'The new KK number',
    cardHint: 'The old card stays in the history; the family stays the same.',
    head: 'Name the head',
    headChoice: 'Head of the family',
    former: 'Relation of the former head',
  },
};
type Props = { family: FamilySheet; onClose: () => void };
const STALE = ['/api/family', '/api/person', '/api/quality'];

type FormProps = {
  title: string;
  error: unknown;
  isPending: boolean;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
};
const FormDialog = ({ title, error, isPending, onClose, onSubmit, children }: FormProps) => {
  const t = useText(texts);
  const forget = useForget();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={error} onNewer={() => void forget(['/api/family'])} />
        {children}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

/** Corrects where the family lives, in words; the old address stays in the history. */
export const AddressDialog = ({ family, onClose }: Props) => {
  const t = useText(texts);
  const [address, setAddress] = useState(family.address ?? '');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const correct = useAct('POST /api/family/:id/address', { stale: STALE, onDone: onClose });
  const save = () => {
    setTried(true);
    if (reason.trim().length >= 3)
      correct.act({
        params: { id: family.id },
        body: { version: family.version, address: address.trim(), reason: reason.trim() },
      });
  };
  return (
    <FormDialog title={t.address} error={correct.error} isPending={correct.isPending} onClose={onClose} onSubmit={save}>
      <TextInput
        label={t.addressField}
        maxLength={200}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <TextInput
        label={t.reason}
        maxLength={200}
        error={isTried && reason.trim().length < 3 ? t.fill : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
};

const RelationSelect = ({
  label,
  value,
  onChange,
  most,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  most: boolean;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const choices = Object.entries(SHDK).filter(([no]) => most || no !== '1');
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...(most ? [{ value: '', label: t.unknown }] : []),
        ...choices.map(([no, words]) => ({ value: no, label: words[language] })),
      ]}
    />
  );
};

/** Puts a person on record into this family. */
export const MemberDialog = ({ family, onClose }: Props) => {
  const t = useText(texts);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [relation, setRelation] = useState('4');
  const [isTried, setTried] = useState(false);
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const add = useAct('POST /api/family/:id/member', {
    stale: STALE,
    onDone: (reply) => (reply.doubts.length > 0 ? setDoubts(reply.doubts) : onClose()),
  });
  if (doubts.length > 0) return <DoubtDialog title={t.add} doubts={doubts} onClose={onClose} />;
  const save = () => {
    setTried(true);
    if (person)
      add.act({
        params: { id: family.id },
        body: { personId: person.id, shdk: relation === '' ? null : (Number(relation) as 4), areaId: family.areaId },
      });
  };
  return (
    <FormDialog title={t.add} error={add.error} isPending={add.isPending} onClose={onClose} onSubmit={save}>
      <PersonPicker
        label={t.person}
        description={t.personHint}
        error={isTried && !person ? t.fill : undefined}
        value={person}
        onChange={setPerson}
      />
      <RelationSelect label={t.relation} value={relation} onChange={setRelation} most />
    </FormDialog>
  );
};

/** Names the one head; whoever was head before gets another relation. */
export const HeadDialog = ({ family, onClose }: Props) => {
  const t = useText(texts);
  const [headId, setHeadId] = useState('');
  const [former, setFormer] = useState('9');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const name = useAct('POST /api/family/:id/head', { stale: STALE, onDone: onClose });
  const hasFormer = family.members.some(({ shdk, personId }) => shdk === 1 && personId !== headId);
  const save = () => {
    setTried(true);
    if (headId !== '' && reason.trim().length >= 3)
      name.act({
        params: { id: family.id },
        body: { version: family.version, headId, formerHeads: Number(former) as 2, reason: reason.trim() },
      });
  };
  return (
    <FormDialog title={t.head} error={name.error} isPending={name.isPending} onClose={onClose} onSubmit={save}>
      <Radio.Group
        label={t.headChoice}
        error={isTried && headId === '' ? t.fill : undefined}
        value={headId}
        onChange={setHeadId}
      >
        <div className="stack">
          {family.members.map((member) => (
            <Radio key={member.memberId} value={member.personId} label={member.name} />
          ))}
        </div>
      </Radio.Group>
      {hasFormer && <RelationSelect label={t.former} value={former} onChange={setFormer} most={false} />}
      <TextInput
        label={t.reason}
        maxLength={200}
        error={isTried && reason.trim().length < 3 ? t.fill : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
};

/** Gives the family its new KK number. */
export const CardDialog = ({ family, onClose }: Props) => {
  const t = useText(texts);
  const [nomorKk, setNomorKk] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const change = useAct('POST /api/family/:id/card', {
    stale: STALE,
    onDone: (reply) => (reply.doubts.length > 0 ? setDoubts(reply.doubts) : onClose()),
  });
  if (doubts.length > 0) return <DoubtDialog title={t.card} doubts={doubts} onClose={onClose} />;
  const save = () => {
    setTried(true);
    if (nomorKk.trim() !== '' && reason.trim().length >= 3)
      change.act({
        params: { id: family.id },
        body: { version: family.version, nomorKk: nomorKk.trim(), reason: reason.trim() },
      });
  };
  return (
    <FormDialog title={t.card} error={change.error} isPending={change.isPending} onClose={onClose} onSubmit={save}>
      <TextInput
        label={t.cardField}
        description={t.cardHint}
        error={isTried && nomorKk.trim() === '' ? t.fill : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={nomorKk}
        onChange={(event) => setNomorKk(event.currentTarget.value)}
      />
      <TextInput
        label={t.reason}
        maxLength={200}
        error={isTried && reason.trim().length < 3 ? t.fill : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
};

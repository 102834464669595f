import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { ScrollRegion } from '#web/ui/ScrollRegion.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './desk.module.css';

type Reply = ReplyOf<'GET /api/family-arrangement'>;
type Seat = { personId: string; to: 'a' | 'b'; shdk: number };
/** A family, once everybody sits. */
const STALE = ['/api/family-case', '/api/family-arrangement', '/api/family', '/api/person', '/api/duplicate'] as const;
const OTHER = 11;

const texts = {
  id: {
    title: 'Susun keluarga',
    note: 'Tentukan setiap orang masuk keluarga mana dan sebagai apa. Satu kepala di tiap keluarga. Yang keluar berakhir hari ini; semuanya dapat dikembalikan.',
    seats: 'Siapa masuk keluarga mana',
    person: 'Orang',
    goes: 'Masuk',
    as: 'Sebagai',
    family: (n: string) => `Keluarga ${n}`,
    fresh: 'Keluarga baru',
    claim: 'menurut berkas lain',
    kk: (name: string) => `Nomor KK ${name}`,
    kkNote: (masked: string | null) => `Sekarang ${masked ?? 'belum ada'}. Kosongkan bila tidak berubah.`,
    proof: 'Bukti',
    proofNote: 'Misalnya: KK asli ditunjukkan, surat pindah, buku nikah.',
    save: 'Simpan susunan',
    cancel: 'Batal',
  },
  en: {
    title: 'Put families in order',
    note: 'Say for everybody which family, and as what. One head in each. Who leaves does so today; all of it can be taken back.',
    seats: 'Who goes to which family',
    person: 'Person',
    goes: 'Goes to',
    as: 'As',
    family: (n: string) => `Family ${n}`,
    fresh: 'New family',
    claim: 'by another file',
    kk: (name: string) => `KK number of ${name}`,
    kkNote: (masked: string | null) => `Now ${masked ?? 'none'}. Leave empty when it stays.`,
    proof: 'Proof',
    proofNote: 'For instance: the KK itself was shown, a removal letter, a marriage book.',
    save: 'Save',
    cancel: 'Cancel',
  },
};

type Person = { personId: string; name: string; isClaim: boolean; seat: Seat };

/** Everybody once, where she sits in good standing now. */
const peopleOf = (reply: Reply): Person[] => {
  const people = new Map<string, Person>();
  reply.families.forEach((family, at) => {
    for (const { personId, name, shdk, state } of family.members) {
      const known = people.get(personId);
      if (known && state === 'klaim') continue;
      const seat = { personId, to: at === 0 ? ('a' as const) : ('b' as const), shdk: shdk ?? OTHER };
      people.set(personId, { personId, name, isClaim: state === 'klaim', seat });
    }
  });
  return [...people.values()];
};

const useArrangement = (reply: Reply, onDone: () => void) => {
  const [people, setPeople] = useState(() => peopleOf(reply));
  const [numbers, setNumbers] = useState({ a: '', b: '' });
  const [proof, setProof] = useState('');
  const save = useAct('POST /api/family-arrangement', { stale: STALE, onDone });
  const change = (personId: string, over: Partial<Seat>) =>
    setPeople((before) =>
      before.map((one) => (one.personId === personId ? { ...one, seat: { ...one.seat, ...over } } : one)),
    );
  const [a, b] = reply.families;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!a) return;
    save.act({
      body: {
        a: { id: a.id, version: a.version, nomorKk: numbers.a.replace(/\s/g, '') },
        b: { id: b?.id ?? null, version: b?.version ?? 1, nomorKk: numbers.b.replace(/\s/g, '') },
        seats: people.map(({ seat }) => seat),
        proof,
      },
    });
  };
  return { people, change, numbers, setNumbers, proof, setProof, submit, save };
};

const Seats = ({ reply, form }: { reply: Reply; form: ReturnType<typeof useArrangement> }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const places = [
    { value: 'a', label: t.family('A') },
    { value: 'b', label: reply.families[1] ? t.family('B') : t.fresh },
  ];
  const relations = reply.relations.map((one) => ({ value: String(one.shdk), label: one[language] }));
  return (
    <ScrollRegion className={styles.region} label={t.seats}>
      <table className={styles.table}>
        <caption className="spoken">{t.seats}</caption>
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.goes}</th>
            <th scope="col">{t.as}</th>
          </tr>
        </thead>
        <tbody>
          {form.people.map(({ personId, name, isClaim, seat }) => (
            <tr key={personId}>
              <th scope="row">
                {name} {isClaim && <span className="muted">({t.claim})</span>}
              </th>
              <td>
                <NativeSelect
                  aria-label={`${t.goes}: ${name}`}
                  value={seat.to}
                  data={places}
                  onChange={(event) => form.change(personId, { to: event.currentTarget.value === 'b' ? 'b' : 'a' })}
                />
              </td>
              <td>
                <NativeSelect
                  aria-label={`${t.as}: ${name}`}
                  value={String(seat.shdk)}
                  data={relations}
                  onChange={(event) => form.change(personId, { shdk: Number(event.currentTarget.value) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

type Props = { reply: Reply; onDone: () => void; onCancel: () => void };

/** Who goes where, the head of each family, the KK number of each, and the proof. */
export const ArrangeFamilies = ({ reply, onDone, onCancel }: Props) => {
  const t = useText(texts);
  const form = useArrangement(reply, onDone);
  const [a, b] = reply.families;
  const names = { a: t.family('A'), b: b ? t.family('B') : t.fresh };
  return (
    <Section title={t.title} note={t.note}>
      <form className="stack" onSubmit={form.submit} noValidate>
        <ErrorNotice error={form.save.error} />
        <Seats reply={reply} form={form} />
        {(['a', 'b'] as const).map((side) => (
          <TextInput
            key={side}
            maw={420}
            inputMode="numeric"
            label={t.kk(names[side])}
            description={t.kkNote((side === 'a' ? a : b)?.maskedKk ?? null)}
            value={form.numbers[side]}
            onChange={(event) => form.setNumbers({ ...form.numbers, [side]: event.currentTarget.value })}
          />
        ))}
        <Textarea
          maw={640}
          rows={2}
          maxLength={300}
          label={t.proof}
          description={t.proofNote}
          value={form.proof}
          onChange={(event) => form.setProof(event.currentTarget.value)}
        />
        <div className="row">
          <Button onClick={onCancel}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={form.save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Section>
  );
};

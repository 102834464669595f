import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/ui/api.ts';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { hasLikely } from '#web/ui/LikelyDialog.tsx';
import { type Likely, LikelyList } from '#web/ui/LikelyList.tsx';
import { useText } from '#web/ui/language.tsx';
import { PersonPicker } from '#web/ui/PersonPicker.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import styles from './UsulanDetail.module.css';
import type { Usulan } from './UsulanDetail.tsx';
import { STALE } from './use-desk-acts.ts';

const texts = {
  id: {
    title: 'Siapa dia di register?',
    note: 'Cari dulu. Buat data baru hanya bila tidak ada yang cocok.',
    relink: 'Ganti tautan',
    found: 'Mungkin orang ini',
    none: 'Tidak ada nama yang mirip di wilayah Anda.',
    link: 'Tautkan',
    find: 'Cari orang lain (nama, NIK, alamat)',
    create: 'Buat data baru dari usulan ini',
    createTitle: 'Buat data baru',
    createAnyway: 'Bukan orang yang sama, buat data baru',
    looking: 'Mencari yang mungkin sudah tercatat…',
    createNote: (name: string) =>
      `Data ${name} dibuat dari isian usulan. NIK atau KK yang meragukan dicatat sebagai klaim, tidak menghalangi.`,
    shdk: 'Hubungan dengan kepala keluarga',
    head: 'Kepala keluarga',
    roles: [
      'belum diketahui',
      'Kepala keluarga',
      'Suami',
      'Istri',
      'Anak',
      'Menantu',
      'Cucu',
      'Orang tua',
      'Mertua',
      'Famili lain',
      'Pembantu',
      'Lainnya',
    ],
    doubts: 'Data dibuat. Yang perlu dilihat lagi:',
  },
  en: {
    title: 'Who is she in the register?',
    note: 'Search first. Make a new person only when nobody fits.',
    relink: 'Change the link',
    found: 'Perhaps this person',
    none: 'No similar name in your area.',
    link: 'Link',
    find: 'Find somebody else (name, NIK, address)',
    create: 'Make a new person of this proposal',
    createTitle: 'Make a new person',
    createAnyway: 'Not the same person, make a new one',
    looking: 'Looking for who may be on record already…',
    createNote: (name: string) =>
      `${name} is made from what was typed. A doubtful NIK or KK stands as a claim and stops nothing.`,
    shdk: 'Relation to the head of family',
    head: 'Head of family',
    roles: [
      'not known yet',
      'Head of family',
      'Husband',
      'Wife',
      'Child',
      'Child-in-law',
      'Grandchild',
      'Parent',
      'Parent-in-law',
      'Other relative',
      'Helper',
      'Other',
    ],
    doubts: 'Made. To be looked at again:',
  },
};

const NewPerson = ({
  usulan,
  onDone,
  onClose,
}: {
  usulan: Usulan;
  onDone: (doubts: string[]) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [shdk, setShdk] = useState('1');
  const likely = useQuery({
    queryKey: ['likely', usulan.id, usulan.version],
    queryFn: (): Promise<Likely> => call('POST /api/person/likely', { body: { usulanId: usulan.id } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const create = useAct('POST /api/usulan/:id/new-subject', {
    stale: STALE,
    onDone: (reply) => onDone(reply.doubts),
  });
  return (
    <ConfirmDialog
      title={t.createTitle}
      confirm={hasLikely(likely.data) ? t.createAnyway : t.create}
      isPending={create.isPending || likely.isPending}
      error={create.error}
      onClose={onClose}
      onConfirm={() =>
        create.act({
          params: { id: usulan.id },
          body: { version: usulan.version, shdk: shdk === '0' ? null : Number(shdk) },
        })
      }
    >
      <div className="stack">
        <p>{t.createNote(usulan.name)}</p>
        <div role="status" className="stack">
          {likely.data ? <LikelyList likely={likely.data} /> : likely.isPending && <p className="muted">{t.looking}</p>}
        </div>
        <NativeSelect
          label={t.shdk}
          value={shdk}
          data={t.roles.map((label, at) => ({ value: String(at), label }))}
          onChange={(event) => setShdk(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
};

/** Links the draft to somebody of the register, search first, or makes her. */
export const LinkPanel = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const mayCreate = useMay('person.register');
  const [isOpen, setOpen] = useState(!usulan.isLinked);
  const [isCreating, setCreating] = useState(false);
  const [doubts, setDoubts] = useState<string[]>([]);
  const link = useAct('POST /api/usulan/:id/subject', { stale: STALE, onDone: () => setOpen(false) });
  const settle = (found: string[]) => {
    setDoubts(found);
    setCreating(false);
    setOpen(false);
  };
  const linkTo = (personId: string) =>
    link.act({ params: { id: usulan.id }, body: { version: usulan.version, personId } });
  if (!isOpen)
    return (
      <>
        <div className="row">
          <button type="button" className="link-button" onClick={() => setOpen(true)}>
            {t.relink}
          </button>
        </div>
        {doubts.length > 0 && (
          <div className={styles.warnings}>
            <p>{t.doubts}</p>
            <ul>
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          </div>
        )}
      </>
    );
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={link.error} />
      {usulan.candidates.length === 0 ? (
        !usulan.isLinked && <p className="muted">{t.none}</p>
      ) : (
        <ul className={styles.candidates} aria-label={t.found}>
          {usulan.candidates.map((person) => (
            <li key={person.id}>
              <span>
                <strong>{person.name}</strong>{' '}
                <span className="muted">
                  {person.birthOn && <DateText date={person.birthOn} />}{' '}
                  <span className="number">{person.maskedNik}</span> {person.areaLabel}
                </span>
              </span>
              <Button disabled={link.isPending} onClick={() => linkTo(person.id)}>
                {t.link}
                <span className="spoken"> {person.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PersonPicker label={t.find} value={null} onChange={(person) => person && linkTo(person.id)} />
      {mayCreate && usulan.draft && (
        <div className="row">
          <Button onClick={() => setCreating(true)}>{t.create}</Button>
        </div>
      )}
      {isCreating && <NewPerson usulan={usulan} onDone={settle} onClose={() => setCreating(false)} />}
    </Section>
  );
};

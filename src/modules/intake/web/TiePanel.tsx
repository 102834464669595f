import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { TIE_RELATIONS, type TieRelation } from '../domain/kinds.ts';
import type { Usulan } from './UsulanDetail.tsx';
import { STALE } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    own: 'Anda punya hubungan dengan orang dalam usulan ini; rekan lain yang menangani.',
    of: 'Hubungan dengan pejabat',
    record: 'Catat hubungan dengan pejabat…',
    title: 'Hubungan dengan pejabat',
    mine: 'Ini hubungan saya sendiri (saya tidak menangani usulan ini lagi)',
    who: 'Nama atau jabatan pejabat',
    what: 'Hubungannya',
    save: 'Simpan',
    need: 'Isi nama atau jabatannya.',
  },
  en: {
    own: 'You have a tie to the people of this proposal; a colleague takes it.',
    of: 'Tie to an official',
    record: 'Record a tie to an official…',
    title: 'Tie to an official',
    mine: 'It is my own tie (I handle this proposal no more)',
    who: 'Name or office of the official',
    what: 'The tie',
    save: 'Save',
    need: 'Fill in the name or office.',
  },
};

const TieDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const t = useText(texts);
  const say = useWords();
  const [official, setOfficial] = useState('');
  const [relation, setRelation] = useState<TieRelation>('keluarga');
  const [isOwn, setOwn] = useState(false);
  const [isTried, setTried] = useState(false);
  const declare = useAct('POST /api/usulan/:id/tie', { stale: STALE, onDone: onClose });
  const isEmpty = !isOwn && official.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isEmpty) declare.act({ params: { id }, body: { official: official.trim(), relation, isOwn } });
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={declare.error} />
        <Checkbox label={t.mine} checked={isOwn} onChange={(event) => setOwn(event.currentTarget.checked)} />
        {!isOwn && (
          <TextInput
            label={t.who}
            value={official}
            maxLength={120}
            error={isTried && isEmpty ? t.need : undefined}
            onChange={(event) => setOfficial(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={t.what}
          value={relation}
          data={(Object.keys(TIE_RELATIONS) as TieRelation[]).map((value) => ({
            value,
            label: say(TIE_RELATIONS[value]),
          }))}
          onChange={(event) => setRelation(event.currentTarget.value as TieRelation)}
        />
        <Button type="submit" variant="filled" disabled={declare.isPending}>
          {t.save}
        </Button>
      </form>
    </Dialog>
  );
};

/** Ties of officials to the people of a usulan, flagged to everybody who opens it; and the way to record one. */
export const TiePanel = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  if (usulan.stage === null && usulan.ties.length === 0) return null;
  return (
    <div>
      {usulan.ties.map((tie) => (
        <p key={tie.id}>
          <Icon name="alert" size={14} />{' '}
          {tie.isOwn
            ? t.own
            : `${t.of}: ${tie.official}, ${say(TIE_RELATIONS[tie.relation]).toLowerCase()}. ${tie.note}`}
        </p>
      ))}
      {usulan.stage !== null && (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t.record}
        </button>
      )}
      {isOpen && <TieDialog id={usulan.id} onClose={() => setOpen(false)} />}
    </div>
  );
};

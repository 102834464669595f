import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { BIDANG } from '#web/ui/bidang.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { RupiahField } from '#web/ui/RupiahField.tsx';
import { useSession } from '#web/ui/session.tsx';
import { LineSelect } from './LineSelect.tsx';
import { newTerms } from './new-terms.ts';

const texts = {
  id: {
    title: 'Program baru',
    note: 'Aturan, kuota, dan urutan diisi sesudahnya di halaman Simulasi. Belum ada yang menerima apa pun.',
    name: 'Nama program',
    bidang: 'Bidang',
    benefit: 'Bantuan per penerima',
    save: 'Buat program',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'New programme',
    note: 'Rules, quotas and order follow on the Simulation page. Nobody receives anything by this.',
    name: 'Name of the programme',
    bidang: 'Division',
    benefit: 'Benefit for each recipient',
    save: 'Make the programme',
    cancel: 'Not now',
  },
};
type Bidang = 'sekretariat' | 'rehabilitasi' | 'pemberdayaan' | 'linjamsos' | 'bencana';

/** Starts a programme: name, bidang, budget line, benefit; then the simulation opens. */
export const NewProgramme = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { assignment } = useSession();
  const navigate = useNavigate();
  const own = assignment?.bidang ?? 'linjamsos';
  const [name, setName] = useState('');
  const [bidang, setBidang] = useState<Bidang>(own as Bidang);
  const [line, setLine] = useState<string | null>(null);
  const [benefit, setBenefit] = useState('');
  const create = useAct('POST /api/programme', {
    stale: ['/api/programme'],
    onDone: ({ id }) => void navigate({ to: '/program/$id/simulasi', params: { id } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const terms = { ...newTerms(String(new Date().getFullYear())), benefit };
    create.act({ body: { name, bidang, budgetLineId: line, terms } });
  };
  return (
    <Dialog title={t.title} onClose={onClose} width={520}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={create.error} />
        <p className="muted">{t.note}</p>
        <TextInput
          label={t.name}
          value={name}
          maxLength={160}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t.bidang}
          data={Object.entries(BIDANG).map(([value, words]) => ({ value, label: words[language] }))}
          value={bidang}
          onChange={(event) => setBidang(event.currentTarget.value as Bidang)}
        />
        <LineSelect value={line} onChange={setLine} />
        <RupiahField label={t.benefit} value={benefit} onChange={setBenefit} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={create.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

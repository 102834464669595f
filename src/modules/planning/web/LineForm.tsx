import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { STAGE_ORDER, type Stage } from '../domain/words.ts';
import { STAGE_WORDS } from './gate-words.ts';
import { PaperForm } from './PaperForm.tsx';

const texts = {
  id: {
    title: 'Baris anggaran baru',
    note: 'Salin seperti tertulis pada dokumen anggaran; SIPD tetap sumber resminya.',
    stage: 'Tahap',
    source: 'Sumber dana',
    sub: 'Kode sub kegiatan',
    name: 'Nama sub kegiatan',
    account: 'Kode rekening',
    nomenclature: 'Versi nomenklatur',
    save: 'Buka baris',
  },
  en: {
    title: 'New budget line',
    note: 'Copy it as the budget document has it; SIPD stays the official source.',
    stage: 'Stage',
    source: 'Source of funds',
    sub: 'Code of the sub kegiatan',
    name: 'Name of the sub kegiatan',
    account: 'Account code',
    nomenclature: 'Version of the nomenclature',
    save: 'Open the line',
  },
};
type Sources = ReplyOf<'GET /api/budget/source'>['items'];

/** Opens a budget line at a stage, with its pagu and the document of that stage. */
export const LineForm = ({ year, sources, onClose }: { year: number; sources: Sources; onClose: () => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [line, setLine] = useState({
    fundSourceId: sources[0]?.id ?? '',
    subKegiatan: '',
    subKegiatanName: '',
    accountCode: '',
    nomenclatureVersion: 'Kepmendagri 900.1.15.5-3406/2024',
  });
  const set = (part: Partial<typeof line>) => setLine((old) => ({ ...old, ...part }));
  const open = useAct('POST /api/budget/line', { stale: ['/api/budget'], onDone: onClose });
  return (
    <PaperForm
      title={t.title}
      note={t.note}
      choice={{
        label: t.stage,
        options: STAGE_ORDER.map((stage) => ({ value: stage, label: STAGE_WORDS[stage][language] })),
      }}
      start={{ choice: 'rka' }}
      confirm={t.save}
      isPending={open.isPending}
      error={open.error}
      onClose={onClose}
      onSave={({ choice, amount, number, onDate }) =>
        open.act({ body: { ...line, year, stage: choice as Stage, amount, document: number, onDate } })
      }
    >
      <NativeSelect
        label={t.source}
        data={sources.map((source) => ({ value: source.id, label: source.name }))}
        value={line.fundSourceId}
        onChange={(event) => set({ fundSourceId: event.currentTarget.value })}
      />
      <TextInput
        label={t.sub}
        placeholder="1.06.04.2.01.0001"
        value={line.subKegiatan}
        onChange={(event) => set({ subKegiatan: event.currentTarget.value })}
      />
      <TextInput
        label={t.name}
        value={line.subKegiatanName}
        maxLength={300}
        onChange={(event) => set({ subKegiatanName: event.currentTarget.value })}
      />
      <TextInput
        label={t.account}
        placeholder="5.1.06.01.01.0001"
        value={line.accountCode}
        onChange={(event) => set({ accountCode: event.currentTarget.value })}
      />
      <TextInput
        label={t.nomenclature}
        value={line.nomenclatureVersion}
        maxLength={80}
        onChange={(event) => set({ nomenclatureVersion: event.currentTarget.value })}
      />
    </PaperForm>
  );
};

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { useText } from '#web/ui/language.tsx';
import { RupiahField } from '#web/ui/RupiahField.tsx';
import { Section } from '#web/ui/Section.tsx';
import { AidFields } from './AidFields.tsx';
import { JuknisField } from './JuknisField.tsx';
import { LineSelect } from './LineSelect.tsx';
import type { TermsDraft } from './new-terms.ts';
import { QuotaTable } from './QuotaTable.tsx';
import { RuleRows } from './RuleRows.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import styles from './TermsEditor.module.css';
import { TieOrder } from './TieOrder.tsx';
import { WhoFields } from './WhoFields.tsx';

const texts = {
  id: {
    rules: 'Aturan',
    template: 'Mulai dari contoh',
    money: 'Dana dan jumlah',
    ceiling: 'Batas dana daftar',
    ceilingNote: 'Kosong: seluruh sisa pagu baris.',
    most: 'Jumlah terbanyak',
    mostNote: 'Kosong: tanpa batas jumlah.',
    unknown: 'Desil belum diketahui',
    policy: 'Bila desil belum diketahui',
    nine: 'dinilai sembilan kriteria',
    excluded: 'dikecualikan dengan tugas',
    least: 'Kriteria paling sedikit',
    hold: 'Tahan tempat yang belum diketahui sampai',
    holdNote: 'Dihitung dalam kuota dan dana. Kosong: tidak ditahan.',
    order: 'Urutan',
    by: 'Diurutkan menurut',
    bys: {
      desil: 'desil, terendah dahulu',
      kriteria: 'kriteria terpenuhi, terbanyak dahulu',
      skor_lokal: 'skor peringkat lokal',
      urutan: 'hanya prioritas dan penentu',
    },
    after: 'Yang tanpa desil berdiri setelah desil',
    quota: 'Kuota wilayah',
    who: 'Sasaran dan penerima',
    juknis: 'Juknis',
    name: 'Nama program',
  },
  en: {
    rules: 'Rules',
    template: 'Begin from an example',
    money: 'Money and number',
    ceiling: 'Money for the list',
    ceilingNote: 'Empty: all that is left of the line.',
    most: 'Largest number',
    mostNote: 'Empty: no limit.',
    unknown: 'Desil unknown',
    policy: 'When desil is unknown',
    nine: 'judged by the nine criteria',
    excluded: 'left out with a task',
    least: 'At least so many criteria',
    hold: 'Hold places of the unknown until',
    holdNote: 'Counted against quota and money. Empty: not held.',
    order: 'Order',
    by: 'Ordered by',
    bys: {
      desil: 'desil, lowest first',
      kriteria: 'criteria met, most first',
      skor_lokal: 'score of the local ranking',
      urutan: 'priority rows and tie-breakers only',
    },
    after: 'Those without desil stand after desil',
    quota: 'Area quotas',
    who: 'Target and payee',
    juknis: 'Juknis',
    name: 'Name of the programme',
  },
};
type View = ReplyOf<'GET /api/programme/:id'>;
export type ProgrammeDraft = { name: string; budgetLineId: string | null; terms: TermsDraft };
type Props = {
  view: View;
  draft: ProgrammeDraft;
  phrases: readonly string[];
  problems: View['problems'];
  onChange: (draft: ProgrammeDraft) => void;
};

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const digitsOf = (text: string): number | null => {
  const digits = text.replace(/\D/g, '').slice(0, 7);
  return digits === '' ? null : Number(digits);
};
type PartProps = {
  terms: TermsDraft;
  set: (part: Partial<TermsDraft>) => void;
  faults: (field: string) => string | undefined;
};

const MoneyPart = ({ terms, set, faults }: PartProps) => {
  const t = useText(texts);
  return (
    <div className={styles.pair}>
      <RupiahField
        label={t.ceiling}
        description={t.ceilingNote}
        error={faults('ceiling')}
        value={terms.ceiling ?? ''}
        onChange={(digits) => set({ ceiling: digits === '' || digits === '0' ? null : digits })}
      />
      <TextInput
        label={t.most}
        description={t.mostNote}
        error={faults('maxCount')}
        inputMode="numeric"
        value={terms.maxCount === null ? '' : String(terms.maxCount)}
        onChange={(event) => set({ maxCount: digitsOf(event.currentTarget.value) })}
      />
    </div>
  );
};

const UnknownPart = ({ terms, set, faults }: PartProps) => {
  const t = useText(texts);
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={t.policy}
        data={choices({ nilai_sembilan_kriteria: t.nine, kecualikan_dengan_tugas: t.excluded })}
        value={terms.unknownPolicy}
        onChange={(event) => {
          const unknownPolicy = event.currentTarget.value as TermsDraft['unknownPolicy'];
          set({
            unknownPolicy,
            criteriaLeast: unknownPolicy === 'nilai_sembilan_kriteria' ? (terms.criteriaLeast ?? 5) : null,
          });
        }}
      />
      {terms.unknownPolicy === 'nilai_sembilan_kriteria' && (
        <NativeSelect
          label={t.least}
          data={['1', '2', '3', '4', '5', '6', '7', '8', '9']}
          value={String(terms.criteriaLeast ?? 5)}
          error={faults('criteriaLeast')}
          onChange={(event) => set({ criteriaLeast: Number(event.currentTarget.value) })}
        />
      )}
      <DateField
        label={t.hold}
        description={t.holdNote}
        error={faults('holdUntil')}
        value={terms.holdUntil ?? ''}
        onChange={(date) => set({ holdUntil: date === '' ? null : date })}
      />
    </div>
  );
};

const OrderPart = ({ terms, set, faults }: PartProps) => {
  const t = useText(texts);
  const { rankBy } = terms;
  const choose = (by: TermsDraft['rankBy']['by']) => set({ rankBy: by === 'desil' ? { by, unknownAfter: 4 } : { by } });
  return (
    <div className="stack">
      <div className={styles.pair}>
        <NativeSelect
          label={t.by}
          data={choices(t.bys)}
          value={rankBy.by}
          error={faults('rankBy')}
          onChange={(event) => choose(event.currentTarget.value as TermsDraft['rankBy']['by'])}
        />
        {rankBy.by === 'desil' && terms.unknownPolicy === 'nilai_sembilan_kriteria' && (
          <NativeSelect
            label={t.after}
            data={['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']}
            value={String(rankBy.unknownAfter ?? 4)}
            onChange={(event) => set({ rankBy: { by: 'desil', unknownAfter: Number(event.currentTarget.value) } })}
          />
        )}
      </div>
      <TieOrder order={terms.tieOrder} onChange={(tieOrder) => set({ tieOrder })} />
    </div>
  );
};

/** The terms of a programme as a form: rules, money, the unknown, order, quotas, payee, decree. */
export const TermsEditor = ({ view, draft, phrases, problems, onChange }: Props) => {
  const t = useText(texts);
  const { terms } = draft;
  const set = (part: Partial<TermsDraft>) => onChange({ ...draft, terms: { ...terms, ...part } });
  const faults = (field: string) => problems.find((p) => p.field === field)?.message;
  const part = { terms, set, faults };
  const [isChoosing, setChoosing] = useState(false);
  const take = (next: TermsDraft) => {
    onChange({ ...draft, terms: next });
    setChoosing(false);
  };
  return (
    <>
      {isChoosing && (
        <TemplateDialog programmeId={view.id} terms={terms} onUse={take} onClose={() => setChoosing(false)} />
      )}
      <Section
        title={t.rules}
        {...(view.mayChange ? { actions: <Button onClick={() => setChoosing(true)}>{t.template}</Button> } : {})}
      >
        {problems
          .filter((p) => p.field === 'rules')
          .map((p) => (
            <p key={p.message} className={styles.warning}>
              {p.message}
            </p>
          ))}
        <RuleRows
          rules={terms.rules}
          phrases={phrases}
          problems={problems}
          columns={view.columns}
          onChange={(rules) => set({ rules })}
        />
      </Section>
      <Section title={t.money}>
        <LineSelect value={draft.budgetLineId} onChange={(budgetLineId) => onChange({ ...draft, budgetLineId })} />
        <AidFields terms={terms} set={set} />
        <MoneyPart {...part} />
      </Section>
      <Section title={t.unknown}>
        <UnknownPart {...part} />
      </Section>
      <Section title={t.order}>
        <OrderPart {...part} />
      </Section>
      <Section title={t.quota}>
        {faults('quota') !== undefined && <p className={styles.warning}>{faults('quota')}</p>}
        <QuotaTable programmeId={view.id} quota={terms.quota} areas={view.areas} onChange={(quota) => set({ quota })} />
      </Section>
      <Section title={t.who}>
        <WhoFields {...part} />
        <TextInput
          label={t.name}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
      </Section>
      <Section title={t.juknis}>
        <JuknisField view={view} terms={terms} set={set} />
      </Section>
    </>
  );
};

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useLanguage, useText } from '#web/ui/language.tsx';
import type { TermsDraft } from './new-terms.ts';
import { ROW_KINDS } from './programme-words.ts';
import { RuleBuilder } from './RuleBuilder.tsx';
import styles from './TermsEditor.module.css';

const texts = {
  id: {
    row: (no: number) => `Baris ${no}`,
    kind: 'Jenis',
    expr: 'Ungkapan',
    reason: 'Alasan (dibaca warga)',
    basis: 'Dasar hukum',
    remove: 'Hapus baris',
    add: 'Tambah baris',
    compose: 'Susun dengan pilihan',
    hide: 'Tutup pilihan',
    poorer: 'Mengapa keluarga yang lebih miskin boleh gugur',
    article: 'Pasal juknisnya',
    codes: {
      '': 'pilih alasan',
      usaha_produktif: 'bantuan usaha produktif',
      sudah_dibantu: 'sudah dibantu program lain',
      sasaran_menengah: 'sasaran kelompok menengah',
      lainnya: 'lainnya',
    },
  },
  en: {
    row: (no: number) => `Row ${no}`,
    kind: 'Kind',
    expr: 'Expression',
    reason: 'Reason (the citizen reads it)',
    basis: 'Legal basis',
    remove: 'Remove the row',
    add: 'Add a row',
    compose: 'Compose from choices',
    hide: 'Close the choices',
    poorer: 'Why a poorer family may fall out',
    article: 'Article of the juknis',
    codes: {
      '': 'choose the reason',
      usaha_produktif: 'productive business aid',
      sudah_dibantu: 'already helped elsewhere',
      sasaran_menengah: 'aims at a middle group',
      lainnya: 'other',
    },
  },
};
type View = ReplyOf<'GET /api/programme/:id'>;
type Problem = View['problems'][number];
type Row = TermsDraft['rules'][number];
type PoorerCode = NonNullable<Row['poorerReason']>['code'];

const PoorerFields = ({ row, set }: { row: Row; set: (part: Partial<Row>) => void }) => {
  const t = useText(texts);
  const { code = '', article = '' } = row.poorerReason ?? {};
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={t.poorer}
        data={Object.entries(t.codes).map(([value, label]) => ({ value, label }))}
        value={code}
        onChange={(event) => {
          const next = event.currentTarget.value;
          if (next !== '') set({ poorerReason: { code: next as PoorerCode, article } });
        }}
      />
      {code !== '' && (
        <TextInput
          label={t.article}
          value={article}
          onChange={(event) => set({ poorerReason: { code: code as PoorerCode, article: event.currentTarget.value } })}
        />
      )}
    </div>
  );
};

type RowProps = {
  no: number;
  row: Row;
  phrase: string | undefined;
  problems: readonly Problem[];
  columns: View['columns'];
  onChange: (row: Row) => void;
  onRemove: () => void;
};

const RuleRow = ({ no, row, phrase, problems, columns, onChange, onRemove }: RowProps) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [isComposing, setComposing] = useState(false);
  const set = (part: Partial<Row>) => onChange({ ...row, ...part });
  const errors = problems.filter((p) => p.level === 'error');
  const compose = (text: string) => set({ expr: row.expr.trim() === '' ? text : `${row.expr.trim()} dan ${text}` });
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <strong>{t.row(no)}</strong>
        <NativeSelect
          aria-label={`${t.row(no)}: ${t.kind}`}
          data={Object.entries(ROW_KINDS).map(([value, words]) => ({ value, label: words[language] }))}
          value={row.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as Row['kind'] })}
        />
        <Button onClick={onRemove} aria-label={`${t.remove} ${no}`}>
          {t.remove}
        </Button>
      </div>
      <Textarea
        className={styles.expr}
        aria-label={`${t.row(no)}: ${t.expr}`}
        rows={Math.min(4, Math.max(1, Math.ceil(row.expr.length / 60)))}
        value={row.expr}
        error={errors[0]?.message}
        onChange={(event) => set({ expr: event.currentTarget.value })}
      />
      {phrase !== undefined && errors.length === 0 && <p className="muted">{phrase}</p>}
      {problems
        .filter((p) => p.level === 'warning')
        .map((p) => (
          <p key={p.message} className={styles.warning}>
            {p.message}
          </p>
        ))}
      {(row.poorerReason !== undefined || problems.some((p) => p.needsReason)) && <PoorerFields row={row} set={set} />}
      <div className={styles.pair}>
        <TextInput
          label={t.reason}
          value={row.reason ?? ''}
          maxLength={500}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <TextInput
          label={t.basis}
          value={row.basis ?? ''}
          maxLength={300}
          onChange={(event) => set({ basis: event.currentTarget.value })}
        />
      </div>
      <button
        type="button"
        className="link-button"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setComposing(!isComposing)}
      >
        {isComposing ? t.hide : t.compose}
      </button>
      {isComposing && <RuleBuilder columns={columns} onAdd={compose} />}
    </li>
  );
};

type Props = {
  rules: TermsDraft['rules'];
  phrases: readonly string[];
  problems: readonly Problem[];
  columns: View['columns'];
  onChange: (rules: TermsDraft['rules']) => void;
};

/** The rows of the juknis: expression with its reading beside it, what is wrong with it, reason and basis. */
export const RuleRows = ({ rules, phrases, problems, columns, onChange }: Props) => {
  const t = useText(texts);
  return (
    <div className="stack">
      <ol className={styles.rows}>
        {rules.map((row, i) => (
          <RuleRow
            key={`baris-${i + 1}`}
            no={i + 1}
            row={row}
            phrase={phrases[i]}
            problems={problems.filter((p) => p.row === i + 1)}
            columns={columns}
            onChange={(next) => onChange(rules.map((old, at) => (at === i ? next : old)))}
            onRemove={() => onChange(rules.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <Button onClick={() => onChange([...rules, { kind: 'syarat', expr: '', reason: '', basis: '' }])}>{t.add}</Button>
    </div>
  );
};

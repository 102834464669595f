import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { KINDS, type Kind } from '../domain/kinds.ts';
import { STAGES, type Stage } from '../domain/stages.ts';
import styles from './NewOrderForm.module.css';
import type { StagesReply } from './StagesPage.tsx';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Urutan baru',
    note: 'Dimulai dari urutan yang berlaku. Pemeriksaan berkas selalu pertama, keputusan Dinas Sosial selalu terakhir.',
    name: 'Nama urutan',
    up: 'Naik',
    down: 'Turun',
    leave: 'Tidak dipakai',
    take: 'Pakai',
    days: 'Lama (hari kerja)',
    roles: 'Pelaku',
    skips: 'Jenis usulan yang melewati tahap ini',
    save: 'Simpan dan berlakukan',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'New order',
    note: 'Starts from the order in force. The check of papers is always first, the decision of the agency always last.',
    name: 'Name of the order',
    up: 'Up',
    down: 'Down',
    leave: 'Leave out',
    take: 'Use',
    days: 'Time (office days)',
    roles: 'Actors',
    skips: 'Kinds that pass this stage by',
    save: 'Save and put in force',
    cancel: 'Not now',
  },
};
type Rule = StagesReply['orders'][number]['stages'][number];
const MIDDLE: readonly Stage[] = ['verval', 'musyawarah'];
const isMiddle = (rule: Rule) => MIDDLE.includes(rule.stage);

const swap = (rules: readonly Rule[], at: number, by: 1 | -1): Rule[] => {
  const next = [...rules];
  const [a, b] = [next[at], next[at + by]];
  if (a && b) {
    next[at] = b;
    next[at + by] = a;
  }
  return next;
};

type OneProps = {
  rule: Rule;
  roles: StagesReply['roles'];
  onChange: (rule: Rule) => void;
  onMove: (by: 1 | -1) => void;
  onLeave: () => void;
};

const OneStage = ({ rule, roles, onChange, onMove, onLeave }: OneProps) => {
  const t = useText(texts);
  const say = useWords();
  const { language } = useLanguage();
  const able = roles.find((one) => one.stage === rule.stage)?.roles ?? [];
  return (
    <fieldset className={styles.stage}>
      <legend>
        <strong>{say(STAGES[rule.stage])}</strong>
      </legend>
      {isMiddle(rule) && (
        <div className="row">
          <Button onClick={() => onMove(-1)}>{t.up}</Button>
          <Button onClick={() => onMove(1)}>{t.down}</Button>
          <Button onClick={onLeave}>{t.leave}</Button>
        </div>
      )}
      <NumberInput
        label={t.days}
        min={1}
        max={90}
        allowDecimal={false}
        maw={160}
        value={rule.officeDays}
        onChange={(value) => onChange({ ...rule, officeDays: Number(value) || 1 })}
      />
      <Checkbox.Group
        label={t.roles}
        value={rule.roles}
        onChange={(value) =>
          onChange({ ...rule, roles: able.map((role) => role.id).filter((id) => value.includes(id)) })
        }
      >
        <div className={styles.choices}>
          {able.map((role) => (
            <Checkbox key={role.id} value={role.id} label={role.name[language]} />
          ))}
        </div>
      </Checkbox.Group>
      {isMiddle(rule) && (
        <Checkbox.Group
          label={t.skips}
          value={rule.skipKinds}
          onChange={(value) => onChange({ ...rule, skipKinds: value as Kind[] })}
        >
          <div className={styles.choices}>
            {(Object.keys(KINDS) as Kind[]).map((kind) => (
              <Checkbox key={kind} value={kind} label={say(KINDS[kind])} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </fieldset>
  );
};

/** A new order of stages, made from the one in force. */
export const NewOrderForm = ({ reply, onDone }: { reply: StagesReply; onDone: () => void }) => {
  const t = useText(texts);
  const say = useWords();
  const all = reply.orders.find((order) => order.active)?.stages ?? [];
  const [name, setName] = useState('');
  const [rules, setRules] = useState<readonly Rule[]>(all);
  const save = useAct('POST /api/stage/order', { stale: ['/api/stage', '/api/intake'], onDone });
  const last = rules.length - 1;
  const left = all.filter((rule) => !rules.some((one) => one.stage === rule.stage));
  const move = (at: number, by: 1 | -1) => at + by > 0 && at + by < last && setRules(swap(rules, at, by));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.act({ body: { name: name.trim(), stages: rules.map((rule, at) => ({ ...rule, no: at + 1 })) } });
  };
  return (
    <Section title={t.title} note={t.note}>
      <form className={`stack ${styles.form}`} onSubmit={submit} noValidate>
        <ErrorNotice error={save.error} />
        <TextInput
          label={t.name}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {rules.map((rule, at) => (
          <OneStage
            key={rule.stage}
            rule={rule}
            roles={reply.roles}
            onChange={(changed) => setRules(rules.map((one) => (one.stage === changed.stage ? changed : one)))}
            onMove={(by) => move(at, by)}
            onLeave={() => setRules(rules.filter((one) => one.stage !== rule.stage))}
          />
        ))}
        {left.map((rule) => (
          <div key={rule.stage} className="row">
            <span className="muted">{say(STAGES[rule.stage])}</span>
            <Button onClick={() => setRules([...rules.slice(0, -1), rule, ...rules.slice(-1)])}>{t.take}</Button>
          </div>
        ))}
        <div className="row">
          <Button onClick={onDone}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Section>
  );
};

import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { type Choice, ChoiceList } from '#web/ui/ChoiceList.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { useMay, useSession } from '#web/ui/session.tsx';
import { choiceAfter, comboboxProps } from '#web/ui/use-choices.ts';
import { useSettled } from '#web/ui/use-slow.ts';
import { MENU, MENU_GROUPS } from '../menu.ts';
import { visibleMenu } from '../visible-menu.ts';
import styles from './CommandPalette.module.css';

const texts = {
  id: {
    title: 'Cari orang atau halaman',
    hint: 'Nama, NIK, nomor KK, alamat, atau nama halaman',
    none: 'Tidak ada yang cocok. Coba sebagian nama, atau ejaan lain.',
    count: (n: number) => `${n} pilihan`,
  },
  en: {
    title: 'Search people or pages',
    hint: 'Name, NIK, KK number, address, or the name of a page',
    none: 'Nothing matches. Try part of a name, or another spelling.',
    count: (n: number) => `${n} choices`,
  },
};

type Found = Choice & { to: string };

/** Pages whose name holds every typed word. */
const usePages = (typed: string): Found[] => {
  const { language } = useLanguage();
  const { capabilities } = useSession();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return visibleMenu(MENU, capabilities)
    .flatMap(({ group, lines }) => lines.map((line) => ({ line, note: MENU_GROUPS[group][language] })))
    .map(({ line, note }) => ({ key: String(line.to), label: line.label[language], note, to: String(line.to) }))
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
};

const usePeople = (typed: string): Found[] => {
  const mayFind = useMay('person.find');
  const q = useSettled(typed.trim(), 200);
  const found = useGet('/api/person', { query: { q, limit: 8 }, enabled: mayFind && q.length >= 3, keep: true });
  if (q.length < 3) return [];
  return (found.data?.items ?? []).map(({ id, name, areaLabel }) => ({
    key: id,
    label: name,
    note: areaLabel ?? undefined,
    to: `/orang/${id}`,
  }));
};

const useWalk = (choices: readonly Found[], onClose: () => void) => {
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const active = Math.min(at, Math.max(choices.length - 1, 0));
  const open = (chosen: number) => {
    const choice = choices[chosen];
    if (!choice) return;
    onClose();
    void navigate({ to: choice.to as '/' });
  };
  const press = (event: KeyboardEvent) => {
    const next = choiceAfter(event.key, active, choices.length);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) open(active);
    else setAt(next);
  };
  return { active, open, press, first: () => setAt(0) };
};

/** Ctrl K: one field for every page and every person in one's area. */
export const CommandPalette = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const id = useId();
  const [typed, setTyped] = useState('');
  const pages = usePages(typed);
  const people = usePeople(typed);
  const choices = [...pages, ...people];
  const { active, open, press, first } = useWalk(choices, onClose);
  const type = (text: string) => {
    setTyped(text);
    first();
  };
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <input
        className={styles.field}
        data-autofocus
        aria-label={t.title}
        placeholder={t.hint}
        {...comboboxProps(id, active, choices.length > 0)}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <p role="status" className={choices.length > 0 ? 'spoken' : 'muted'}>
        {choices.length > 0 ? t.count(choices.length) : t.none}
      </p>
      <div className={styles.list}>
        <ChoiceList id={id} choices={choices} active={active} onChoose={open} />
      </div>
    </Dialog>
  );
};

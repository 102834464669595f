import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { useMay, useSession } from '#web/ui/session.tsx';
import { useSettled } from '#web/ui/use-slow.ts';
import { MENU, MENU_GROUPS } from '../menu.ts';
import { visibleMenu } from '../visible-menu.ts';
import styles from './CommandPalette.module.css';

const texts = {
  id: {
    title: 'Cari orang atau halaman',
    hint: 'Nama, NIK, nomor KK, alamat, atau nama halaman',
    none: 'Tidak ada yang cocok. Coba sebagian nama, atau ejaan lain.',
    page: 'Halaman',
    person: 'Orang',
    count: (n: number) => `${n} pilihan`,
  },
  en: {
    title: 'Search people or pages',
    hint: 'Name, NIK, KK number, address, or the name of a page',
    none: 'Nothing matches. Try part of a name, or another spelling.',
    page: 'Page',
    person: 'Person',
    count: (n: number) => `${n} choices`,
  },
};

type Choice = { id: string; kind: string; label: string; note: string; to: string };

/** Pages whose name holds every typed word. */
const usePages = (typed: string, kind: string): Choice[] => {
  const { language } = useLanguage();
  const { capabilities } = useSession();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return visibleMenu(MENU, capabilities)
    .flatMap(({ group, lines }) =>
      lines.map((line) => ({
        id: String(line.to),
        kind,
        label: line.label[language],
        note: MENU_GROUPS[group][language],
        to: String(line.to),
      })),
    )
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
};

const usePeople = (typed: string, kind: string): Choice[] => {
  const mayFind = useMay('person.find');
  const q = useSettled(typed.trim(), 200);
  const found = useGet('/api/person', { query: { q }, enabled: mayFind && q.length >= 3, keep: true });
  if (q.length < 3) return [];
  return (found.data?.items ?? [])
    .slice(0, 8)
    .map((one) => ({ id: one.id, kind, label: one.name, note: one.areaLabel ?? '', to: `/orang/${one.id}` }));
};

const useChoices = (onClose: () => void) => {
  const t = useText(texts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const people = usePeople(typed, t.person);
  const choices = [...usePages(typed, t.page), ...people];
  const active = Math.min(at, Math.max(choices.length - 1, 0));
  const open = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    void navigate({ to: choice.to as '/' });
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((active + step + choices.length) % Math.max(choices.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(choices[active]);
    }
  };
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  return { typed, type, choices, active, open, press };
};

/** Ctrl K: one field for every page and every person in one's area. */
export const CommandPalette = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const id = useId();
  const { typed, type, choices, active, open, press } = useChoices(onClose);
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <input
        className={styles.field}
        data-autofocus
        role="combobox"
        aria-label={t.title}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={t.hint}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <p role="status" className="spoken">
        {t.count(choices.length)}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={t.title} className={styles.list}>
        {choices.map((choice, at) => (
          <div
            key={`${choice.kind}${choice.id}`}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className={styles.choice}
            onClick={() => open(choice)}
            onKeyDown={() => {}}
          >
            <span>{choice.label}</span>
            <span className="muted">{choice.note || choice.kind}</span>
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="muted">{t.none}</p>}
    </Dialog>
  );
};

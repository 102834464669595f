import { Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import type { UsulanState } from '../domain/kinds.ts';
import { STAGE_SHORT, STAGES, type Stage } from '../domain/stages.ts';
import type { QueueSearch } from './queue-search.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    piles: 'Tumpukan',
    all: 'Semua',
    asked: 'Diminta',
    approved: 'Disetujui',
    late: 'Hanya yang lewat tenggat meja',
  },
  en: { piles: 'Piles', all: 'All', asked: 'Asked', approved: 'Approved', late: 'Only past this desk’s day' },
};
type PileKey = Stage | UsulanState;

/** Where the rows lie: all that run, each stage, those asked for more, those approved. */
const usePiles = (): { key: PileKey; label: string; count?: number }[] => {
  const t = useText(texts);
  const say = useWords();
  const month = useGet('/api/intake/month');
  const piles = month.data?.piles ?? [];
  const sum = (of: (pile: (typeof piles)[number]) => number) => piles.reduce((total, pile) => total + of(pile), 0);
  return [
    { key: 'berjalan', label: t.all, count: sum((pile) => pile.running) },
    ...piles.map((pile) => ({ key: pile.stage, label: say(STAGE_SHORT[pile.stage]), count: pile.running })),
    { key: 'menunggu_pelengkapan', label: t.asked, count: sum((pile) => pile.waiting) },
    { key: 'disetujui', label: t.approved },
  ];
};

const searchOf = (key: PileKey): QueueSearch => {
  if (Object.hasOwn(STAGES, key)) return { stage: key as Stage };
  return key === 'berjalan' ? {} : { state: key as UsulanState };
};

/** The piles of proposals with their counts, and the switch for late ones. */
export const PileFilters = ({ search }: { search: QueueSearch }) => {
  const t = useText(texts);
  const navigate = useNavigate();
  const piles = usePiles();
  return (
    <>
      <FilterChips
        label={t.piles}
        chips={piles}
        value={search.stage ?? search.state ?? 'berjalan'}
        onChange={(key) => void navigate({ to: '/usulan', search: searchOf(key) })}
      />
      <Checkbox
        label={t.late}
        checked={search.late === true}
        onChange={(event) =>
          void navigate({ to: '/usulan', search: { ...search, late: event.currentTarget.checked || undefined } })
        }
      />
    </>
  );
};

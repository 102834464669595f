import type { ReplyOf } from '#web/ui/contracts.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { useText } from '#web/ui/language.tsx';
import { QueueList } from '#web/ui/QueueList.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { KINDS } from '../domain/kinds.ts';
import type { QueueSearch } from './queue-search.ts';
import { useWords } from './use-words.ts';

export type PileRow = ReplyOf<'GET /api/usulan'>['items'][number];

const texts = {
  id: {
    days: (n: number) => `hari ke-${n + 1}`,
    isLate: 'lewat tenggat',
    unlinked: 'belum ditautkan',
    empty: 'Tidak ada usulan di tumpukan ini',
    emptyNote: 'Yang baru muncul di sini begitu masuk. Lihat tumpukan lain di atas.',
  },
  en: {
    days: (n: number) => `day ${n + 1}`,
    isLate: 'late',
    unlinked: 'not linked',
    empty: 'No proposal in this pile',
    emptyNote: 'New ones appear here as they come in. See the other piles above.',
  },
};

const hrefOf = (search: QueueSearch, id: string): string => {
  const kept = Object.entries({ ...search, id }).filter(
    (entry): entry is [string, string | true] => entry[1] !== undefined,
  );
  return `/usulan?${new URLSearchParams(kept.map(([key, value]) => [key, String(value)]))}`;
};

type Props = {
  label: string;
  rows: readonly PileRow[];
  search: QueueSearch;
  more: { has: boolean; isLoading: boolean; load: () => void };
};

/** The rows of a pile: name, desa and kind, the citizen's days, and what is late. */
export const PileList = ({ label, rows, search, more }: Props) => {
  const t = useText(texts);
  const say = useWords();
  return (
    <QueueList
      label={label}
      currentKey={search.id}
      more={more}
      empty={<EmptyState title={t.empty}>{t.emptyNote}</EmptyState>}
      rows={rows.map((row) => ({
        key: row.id,
        title: row.name,
        note: `${row.areaLabel.split(',')[0]}${row.rtLabel ? `, ${row.rtLabel}` : ''} · ${say(KINDS[row.kind])}`,
        badge: (
          <StatusBadge kind={row.isLate || row.isPromiseLate ? 'tindakan' : 'netral'}>
            {row.isLate ? `${t.isLate}, ${t.days(row.citizenDays)}` : t.days(row.citizenDays)}
          </StatusBadge>
        ),
        side: row.isLinked ? undefined : t.unlinked,
        href: hrefOf(search, row.id),
      }))}
    />
  );
};

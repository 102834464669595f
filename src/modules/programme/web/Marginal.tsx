import { Link } from '@tanstack/react-router';
import { formatRupiah } from '#kernel/rupiah.ts';
import { useText } from '#web/ui/language.tsx';
import type { FamilyLine } from './FamilyLines.tsx';
import type { Outcome } from './use-simulation.ts';

const texts = {
  id: {
    last: 'Yang terakhir masuk:',
    next: 'Yang pertama belum masuk:',
    place: (rank: number, position: string) => `urutan ${rank}${position === '-' ? '' : `, ${position}`}`,
    more: (sum: string) => `Tambahan dana ${sum} membuat daftar sampai kepadanya.`,
    full: 'Jumlah terbanyak sudah tercapai; tambahan dana saja tidak cukup.',
  },
  en: {
    last: 'The last one in:',
    next: 'The first one not in:',
    place: (rank: number, position: string) => `rank ${rank}${position === '-' ? '' : `, ${position}`}`,
    more: (sum: string) => `Another ${sum} would take the list up to them.`,
    full: 'The largest number is reached; money alone does not help.',
  },
};

const Family = ({ line }: { line: FamilyLine }) => {
  const t = useText(texts);
  return (
    <>
      <Link to="/program/keluarga/$id" params={{ id: line.familyId }}>
        {line.name}
      </Link>
      {line.rank !== null && <span className="muted"> ({t.place(line.rank, line.position)})</span>}
    </>
  );
};

/** The two families at the cut, and the money that would move it by one. */
export const Marginal = ({ outcome, benefit }: { outcome: Outcome; benefit: bigint }) => {
  const t = useText(texts);
  const last = outcome.above.at(-1);
  const next = outcome.below[0];
  if (!last || !next) return null;
  const left = BigInt(outcome.money.ceiling) - BigInt(outcome.money.spent);
  const wanting = benefit - left;
  return (
    <p>
      {t.last} <Family line={last} />. {t.next} <Family line={next} />.{' '}
      {outcome.closedBy === 'jumlah'
        ? t.full
        : wanting > 0n && next.place === 'cadangan' && t.more(formatRupiah(wanting))}
    </p>
  );
};

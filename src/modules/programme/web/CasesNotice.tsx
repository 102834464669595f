import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { VERDICTS } from './programme-words.ts';
import type { Simulation } from './use-simulation.ts';

const texts = {
  id: {
    none: 'Belum ada contoh keluarga untuk aturan ini.',
    fine: (n: number) => `${n} contoh keluarga sesuai.`,
    wrong: (n: number, of: number) => `${n} dari ${of} contoh keluarga tidak sesuai`,
    line: (name: string, expected: string, got: string) =>
      `${name}: seharusnya ${expected}, aturan ini memberi ${got}.`,
    link: 'Contoh keluarga',
  },
  en: {
    none: 'No example families for these rules yet.',
    fine: (n: number) => `${n} example families are as they must be.`,
    wrong: (n: number, of: number) => `${n} of ${of} example families are not as they must be`,
    line: (name: string, expected: string, got: string) => `${name}: must be ${expected}, these rules give ${got}.`,
    link: 'Example families',
  },
};

/** How the example families fare under the rules on screen. */
export const CasesNotice = ({ programmeId, cases }: { programmeId: string; cases: Simulation['cases'] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { total, failing } = cases;
  return (
    <div aria-live="polite">
      <p>
        {total === 0 && t.none}
        {total > 0 && failing.length === 0 && t.fine(total)}
        {failing.length > 0 && <StatusBadge kind="tindakan">{t.wrong(failing.length, total)}</StatusBadge>}{' '}
        <Link to="/program/$id/contoh" params={{ id: programmeId }}>
          {t.link}
        </Link>
      </p>
      {failing.length > 0 && (
        <ul>
          {failing.slice(0, 5).map((one) => (
            <li key={one.id}>{t.line(one.name, VERDICTS[one.expected][language], VERDICTS[one.verdict][language])}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

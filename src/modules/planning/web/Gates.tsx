import { useLanguage, useText } from '#web/ui/language.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import type { FundAct } from '../domain/words.ts';
import { ACT_WORDS } from './gate-words.ts';

/** Which acts a source of funds opens: each with a word, and below it what is missing. */
export const Gates = ({ gates }: { gates: readonly { act: FundAct; closed: string | null }[] }) => {
  const t = useText({ id: { open: 'terbuka', shut: 'belum' }, en: { open: 'open', shut: 'not yet' } });
  const { language } = useLanguage();
  const missing = [...new Set(gates.flatMap((gate) => gate.closed ?? []))];
  return (
    <div className="stack" style={{ gap: 4 }}>
      <div className="row">
        {gates.map((gate) => (
          <StatusBadge key={gate.act} kind={gate.closed === null ? 'selesai' : 'menunggu'}>
            {`${ACT_WORDS[gate.act][language]}: ${gate.closed === null ? t.open : t.shut}`}
          </StatusBadge>
        ))}
      </div>
      {missing.map((sentence) => (
        <p key={sentence} className="muted">
          {sentence}
        </p>
      ))}
    </div>
  );
};

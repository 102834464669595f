import { useLanguage, useText } from '#web/ui/language.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { DOCUMENT_KINDS, type DocumentKind, type FundAct } from '../domain/words.ts';
import { ACT_WORDS } from './gate-words.ts';

type Gate = { act: FundAct; closed: string | null; missing: readonly DocumentKind[] };

/** Which acts a source of funds opens: each with a word, and below them what is waited for, once. */
export const Gates = ({ gates }: { gates: readonly Gate[] }) => {
  const t = useText({
    id: { open: 'terbuka', shut: 'belum', waiting: 'Menunggu' },
    en: { open: 'open', shut: 'not yet', waiting: 'Waiting for' },
  });
  const { language } = useLanguage();
  const missing = [...new Set(gates.flatMap((gate) => gate.missing))].map((kind) => DOCUMENT_KINDS[kind]);
  const others = [...new Set(gates.flatMap((gate) => (gate.missing.length === 0 ? (gate.closed ?? []) : [])))];
  return (
    <div className="stack" style={{ gap: 4 }}>
      <div className="row">
        {gates.map((gate) => (
          <StatusBadge key={gate.act} kind={gate.closed === null ? 'selesai' : 'menunggu'}>
            {`${ACT_WORDS[gate.act][language]}: ${gate.closed === null ? t.open : t.shut}`}
          </StatusBadge>
        ))}
      </div>
      {missing.length > 0 && <p className="muted">{`${t.waiting}: ${missing.join(', ')}.`}</p>}
      {others.map((sentence) => (
        <p key={sentence} className="muted">
          {sentence}
        </p>
      ))}
    </div>
  );
};

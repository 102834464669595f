import { Button, NativeSelect } from '@mantine/core';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { TIE_IDS, TIES, type TieId } from '../domain/tie-order.ts';

/** What decides between equals, in the order of the juknis; moved with buttons, so that a keyboard is enough. */
export const TieOrder = ({ order, onChange }: { order: readonly TieId[]; onChange: (order: TieId[]) => void }) => {
  const t = useText({
    id: { up: 'Naikkan', remove: 'Hapus', add: 'Tambah penentu', last: 'terakhir: nomor keluarga', choose: 'pilih' },
    en: {
      up: 'Move up',
      remove: 'Remove',
      add: 'Add a tie-breaker',
      last: 'last: number of the family',
      choose: 'choose',
    },
  });
  const { language } = useLanguage();
  const left = TIE_IDS.filter((id) => !order.includes(id));
  const raise = (at: number) => {
    const next = [...order];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at - 1, 0, one);
    onChange(next);
  };
  return (
    <div className="stack">
      <ol style={{ margin: 0, paddingLeft: 20 }}>
        {order.map((id, at) => (
          <li key={id}>
            <span className="row">
              {TIES[id].words[language]}
              {at > 0 && (
                <Button size="compact-sm" onClick={() => raise(at)} aria-label={`${t.up}: ${TIES[id].words[language]}`}>
                  {t.up}
                </Button>
              )}
              <Button
                size="compact-sm"
                onClick={() => onChange(order.filter((one) => one !== id))}
                aria-label={`${t.remove}: ${TIES[id].words[language]}`}
              >
                {t.remove}
              </Button>
            </span>
          </li>
        ))}
        <li className="muted">{t.last}</li>
      </ol>
      {left.length > 0 && (
        <NativeSelect
          label={t.add}
          data={[{ value: '', label: t.choose }, ...left.map((id) => ({ value: id, label: TIES[id].words[language] }))]}
          value=""
          onChange={(event) => {
            const id = event.currentTarget.value as TieId | '';
            if (id !== '') onChange([...order, id]);
          }}
        />
      )}
    </div>
  );
};

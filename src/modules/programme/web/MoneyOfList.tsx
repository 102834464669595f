import { useText } from '#web/ui/language.tsx';
import { MoneyBar as Bar } from '#web/ui/MoneyBar.tsx';

type Money = { pagu: string; tersisa: string; ceiling: string; spent: string };

/** The money of a list: what it would take of its ceiling, and what stays. */
export const MoneyBar = ({ money }: { money: Money }) => {
  const t = useText({
    id: { ceiling: 'Dana daftar', spent: 'Dipakai daftar ini', left: 'Sisa' },
    en: { ceiling: 'Money for the list', spent: 'Taken by this list', left: 'Left' },
  });
  const [ceiling, spent] = [BigInt(money.ceiling), BigInt(money.spent)];
  return (
    <Bar
      total={{ label: t.ceiling, amount: ceiling }}
      parts={[
        { key: 'cair', label: t.spent, amount: spent },
        { key: 'tersisa', label: t.left, amount: ceiling - spent },
      ]}
    />
  );
};

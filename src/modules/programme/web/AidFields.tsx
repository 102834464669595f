import { NativeSelect, TextInput } from '@mantine/core';
import { useText } from '#web/ui/language.tsx';
import { RupiahField } from '#web/ui/RupiahField.tsx';
import type { TermsDraft } from './new-terms.ts';
import styles from './TermsEditor.module.css';

const texts = {
  id: {
    kind: 'Bentuk bantuan',
    money: 'uang',
    goods: 'barang atau layanan',
    benefit: 'Bantuan per penerima',
    cost: 'Harga per penerima',
    item: 'Barang atau layanan',
    quantity: 'Jumlah per penerima',
    unit: 'Satuan',
    period: 'Periode',
    newItem: 'paket sembako',
    newUnit: 'paket',
  },
  en: {
    kind: 'Kind of aid',
    money: 'money',
    goods: 'goods or a service',
    benefit: 'Benefit for each recipient',
    cost: 'Cost for each recipient',
    item: 'Goods or service',
    quantity: 'Number for each recipient',
    unit: 'Unit',
    period: 'Period',
    newItem: 'paket sembako',
    newUnit: 'paket',
  },
};

/** What one recipient gets: an amount, or goods with what they cost; and for which period. */
export const AidFields = ({ terms, set }: { terms: TermsDraft; set: (part: Partial<TermsDraft>) => void }) => {
  const t = useText(texts);
  const goods = terms.goods ?? null;
  const change = (part: Partial<NonNullable<TermsDraft['goods']>>) => goods && set({ goods: { ...goods, ...part } });
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={t.kind}
        data={[
          { value: 'uang', label: t.money },
          { value: 'barang', label: t.goods },
        ]}
        value={goods === null ? 'uang' : 'barang'}
        onChange={(event) =>
          set({
            goods: event.currentTarget.value === 'uang' ? null : { item: t.newItem, quantity: 1, unit: t.newUnit },
          })
        }
      />
      {goods !== null && (
        <>
          <TextInput
            label={t.item}
            value={goods.item}
            maxLength={120}
            onChange={(event) => change({ item: event.currentTarget.value })}
          />
          <TextInput
            label={t.quantity}
            inputMode="numeric"
            value={String(goods.quantity)}
            onChange={(event) => change({ quantity: Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 6)) })}
          />
          <TextInput
            label={t.unit}
            value={goods.unit}
            maxLength={30}
            onChange={(event) => change({ unit: event.currentTarget.value })}
          />
        </>
      )}
      <RupiahField
        label={goods === null ? t.benefit : t.cost}
        value={terms.benefit}
        onChange={(benefit) => benefit !== '' && set({ benefit })}
      />
      <TextInput
        label={t.period}
        value={terms.period}
        onChange={(event) => set({ period: event.currentTarget.value })}
      />
    </div>
  );
};

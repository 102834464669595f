import { NativeSelect, TextInput } from '@mantine/core';
import { useText } from '#web/ui/language.tsx';
import type { TermsDraft } from './new-terms.ts';
import styles from './TermsEditor.module.css';

const texts = {
  id: {
    unit: 'Satuan sasaran',
    units: { keluarga: 'keluarga', orang: 'orang (satu tiap keluarga)' },
    payee: 'Yang menerima',
    payees: { kepala: 'kepala keluarga', anggota: 'anggota yang memenuhi syarat' },
    payeeRule: 'Syarat anggota penerima',
    decree: 'SK',
    signer: 'Ditandatangani',
    signers: { kepala_daerah: 'kepala daerah', kepala_dinas: 'Kepala Dinas' },
  },
  en: {
    unit: 'Unit',
    units: { keluarga: 'family', orang: 'person (one of each family)' },
    payee: 'Who receives',
    payees: { kepala: 'head of the family', anggota: 'member who qualifies' },
    payeeRule: 'Condition for the member',
    decree: 'Decree',
    signer: 'Signed by',
    signers: { kepala_daerah: 'head of the region', kepala_dinas: 'head of the agency' },
  },
};
type Props = {
  terms: TermsDraft;
  set: (part: Partial<TermsDraft>) => void;
  faults: (field: string) => string | undefined;
};
const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Whom the aid is for, who receives it, and who signs. */
export const WhoFields = ({ terms, set, faults }: Props) => {
  const t = useText(texts);
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={t.unit}
        data={choices(t.units)}
        value={terms.targetUnit}
        onChange={(event) => {
          const targetUnit = event.currentTarget.value as TermsDraft['targetUnit'];
          set(
            targetUnit === 'orang'
              ? { targetUnit, payee: 'anggota', payeeRule: terms.payeeRule ?? 'umur >= 60' }
              : { targetUnit },
          );
        }}
      />
      <NativeSelect
        label={t.payee}
        data={choices(t.payees)}
        value={terms.payee}
        error={faults('payee')}
        onChange={(event) => set({ payee: event.currentTarget.value as TermsDraft['payee'] })}
      />
      {terms.payee === 'anggota' && (
        <TextInput
          label={t.payeeRule}
          value={terms.payeeRule ?? ''}
          error={faults('payeeRule')}
          onChange={(event) => set({ payeeRule: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={`${t.decree}: ${t.signer}`}
        data={choices(t.signers)}
        value={terms.decreeBy}
        onChange={(event) => set({ decreeBy: event.currentTarget.value as TermsDraft['decreeBy'] })}
      />
    </div>
  );
};

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
    group: 'Kelompok yang tidak boleh dirangkap',
    groupNote:
      'Menurut juknis. Program dengan kelompok yang sama tidak diterima bersamaan dalam satu tahun. Contoh: pangan. Kosong: boleh diterima bersama program apa pun.',
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
    group: 'Group that may not be combined',
    groupNote:
      'As the juknis says. Programmes of the same group are not received together in one year. Example: pangan. Empty: may be received together with anything.',
    signers: { kepala_daerah: 'head of the region', kepala_dinas: 'head of the agency' },
  },
};
type Props = {
  terms: TermsDraft;
  set: (part: Partial<TermsDraft>) => void;
  faults: (field: string) => string | undefined;
};
const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** A group as it is kept, from what somebody types: small letters, and an underscore for everything between words. */
const groupOf = (text: string): string | null => {
  const word = text.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
  return word === '' ? null : word.slice(0, 40);
};

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
      <TextInput
        label={t.group}
        description={t.groupNote}
        value={terms.exclusiveGroup ?? ''}
        maxLength={40}
        onChange={(event) => set({ exclusiveGroup: groupOf(event.currentTarget.value) })}
      />
    </div>
  );
};

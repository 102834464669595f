import { NativeSelect, TextInput } from '@mantine/core';
import { DateField } from '#web/ui/DateField.tsx';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';

const texts = {
  id: {
    number: 'Nomor, seperti tertulis pada dokumen',
    on: 'Tanggal dokumen',
    who: 'Penanda tangan',
    choose: 'Pilih pejabat',
    kinds: { definitif: '', plt: 'Plt. ', plh: 'Plh. ' },
    headName: 'Nama kepala daerah',
    none: 'Belum ada pejabat penanda tangan pada tanggal ini. Minta admin mencatat pemangku jabatannya.',
  },
  en: {
    number: 'Number, as it stands on the document',
    on: 'Date of the document',
    who: 'Signed by',
    choose: 'Choose who signed',
    kinds: { definitif: '', plt: 'Plt. ', plh: 'Plh. ' },
    headName: 'Name of the head of the region',
    none: 'Nobody holds a signing position on this date. Ask the administrator to record the holder.',
  },
};

/** `holderId` is empty while nobody is chosen, `HEAD` for the head of the region. */
export type SignatureDraft = { number: string; onDate: string; holderId: string; headOfRegion: string };
export const EMPTY_SIGNATURE: SignatureDraft = { number: '', onDate: '', holderId: '', headOfRegion: '' };
const HEAD = 'kepala_daerah';

/** The part of the request that says who signed. */
export const signerOf = (draft: SignatureDraft): { holderId: string } | { headOfRegion: string } =>
  draft.holderId === HEAD ? { headOfRegion: draft.headOfRegion } : { holderId: draft.holderId };

type Props = {
  draft: SignatureDraft;
  onChange: (draft: SignatureDraft) => void;
  faults: Readonly<Record<string, string>>;
  /** Offers the head of the region by name beside the agency's own positions. */
  withHeadOfRegion: boolean;
};

/** Number, date and signatory of a signed document; only who held a signing position on that date is offered. */
export const SignerFields = ({ draft, onChange, faults, withHeadOfRegion }: Props) => {
  const t = useText(texts);
  const signers = useGet('/api/sk/signers', { query: draft.onDate === '' ? {} : { on: draft.onDate }, keep: true });
  const choices = [
    { value: '', label: t.choose },
    ...(signers.data?.items ?? []).map((one) => ({
      value: one.holderId,
      label: `${t.kinds[one.kind]}${one.position}: ${one.holder}`,
    })),
    ...(withHeadOfRegion && signers.data ? [{ value: HEAD, label: signers.data.headOfRegion }] : []),
  ];
  return (
    <>
      <TextInput
        label={t.number}
        value={draft.number}
        maxLength={80}
        onChange={(event) => onChange({ ...draft, number: event.currentTarget.value })}
        error={faults['number']}
      />
      <DateField
        label={t.on}
        value={draft.onDate}
        onChange={(onDate) => onChange({ ...draft, onDate })}
        error={faults['onDate']}
      />
      <NativeSelect
        label={t.who}
        value={draft.holderId}
        data={choices}
        error={faults['holderId']}
        description={choices.length === 1 && signers.data ? t.none : undefined}
        onChange={(event) => onChange({ ...draft, holderId: event.currentTarget.value })}
      />
      {draft.holderId === HEAD && (
        <TextInput
          label={t.headName}
          error={faults['headOfRegion']}
          value={draft.headOfRegion}
          maxLength={120}
          onChange={(event) => onChange({ ...draft, headOfRegion: event.currentTarget.value })}
        />
      )}
    </>
  );
};

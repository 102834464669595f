import { useRef, useState } from 'react';
import { call } from './api.ts';
import type { ApiError } from './api-error.ts';
import type { Given } from './contracts.ts';
import { useText } from './language.tsx';
import { MaskedNik } from './MaskedNik.tsx';
import { type Reason, ReasonDialog } from './ReasonDialog.tsx';
import { useMay } from './session.tsx';

type Code = Given<'POST /api/number/:id/reveal'>['body']['reason'];

const texts = {
  id: {
    title: (label: string) => `Tampilkan ${label}`,
    confirm: 'Tampilkan (dicatat)',
    reasons: {
      ketik_siks: 'Mengetik ke SIKS-NG',
      cocokkan_ktp: 'Mencocokkan dengan KTP atau KK',
      surat: 'Menulis surat',
      perbaikan_data: 'Memperbaiki data',
      lain: 'Alasan lain',
    },
  },
  en: {
    title: (label: string) => `Show ${label}`,
    confirm: 'Show (logged)',
    reasons: {
      ketik_siks: 'Keying into SIKS-NG',
      cocokkan_ktp: 'Comparing with a KTP or KK',
      surat: 'Writing a letter',
      perbaikan_data: 'Correcting data',
      lain: 'Another reason',
    },
  },
};

/** Opens the dialog and keeps the promise of MaskedNik until it is answered or closed. */
const useReveal = (numberId: string) => {
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [isPending, setPending] = useState(false);
  const answer = useRef<(value: string | undefined) => void>(undefined);
  const finish = (value: string | undefined) => {
    setAsking(false);
    answer.current?.(value);
  };
  const give = async (reason: Code, text: string) => {
    setPending(true);
    setError(undefined);
    const params = { id: numberId };
    await call('POST /api/number/:id/reveal', { params, body: { reason, text } })
      .then(() => call('GET /api/number/:id', { params }))
      .then(({ value }) => finish(value), setError);
    setPending(false);
  };
  const reveal = () => {
    setError(undefined);
    setAsking(true);
    return new Promise<string | undefined>((resolve) => {
      answer.current = resolve;
    });
  };
  return { isAsking, error, isPending, reveal, give, cancel: () => finish(undefined) };
};

type Props = {
  /** The register's id of the number, not of the person. */
  numberId: string;
  masked: string;
  /** For those who hear it and for the dialog: `NIK Siti Aminah`. */
  label: string;
};

/** A NIK or KK number of the register: masked, shown whole for a coded reason, for a minute, to whoever may; the server logs it. */
export const RevealableNumber = ({ numberId, masked, label }: Props) => {
  const t = useText(texts);
  const may = useMay('person.reveal');
  const { isAsking, error, isPending, reveal, give, cancel } = useReveal(numberId);
  const reasons = (Object.keys(texts.id.reasons) as Code[]).map(
    (code): Reason<Code> => ({ code, label: t.reasons[code], needsText: code === 'lain' }),
  );
  return (
    <>
      <MaskedNik masked={masked} label={label} reveal={may ? reveal : undefined} />
      {isAsking && (
        <ReasonDialog
          title={t.title(label)}
          reasons={reasons}
          confirm={t.confirm}
          onConfirm={({ code, text }) => void give(code, text)}
          onClose={cancel}
          isPending={isPending}
          error={error}
        />
      )}
    </>
  );
};

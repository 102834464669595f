import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { AnySession } from '#web/ui/session.tsx';

const texts = {
  id: {
    label: 'Kode 6 angka',
    hint: 'Buka aplikasi autentikator di HP Anda, lalu ketik kode yang tampil. Kode berganti tiap 30 detik.',
    short: 'Kode terdiri dari 6 angka.',
    go: 'Lanjutkan',
    wait: 'Memeriksa…',
    back: 'Kembali',
  },
  en: {
    label: 'Six-digit code',
    hint: 'Open the authenticator app on your phone and type the code it shows. It changes every 30 seconds.',
    short: 'The code has six digits.',
    go: 'Continue',
    wait: 'Checking…',
    back: 'Back',
  },
};

type Props = { onSession: (session: AnySession) => void; onBack?: () => void; isConfirmation?: boolean };

/** Asks for the code of the second factor; with `isConfirmation` it proves a factor that is being enrolled. */
export const CodeForm = ({ onSession, onBack, isConfirmation = false }: Props) => {
  const t = useText(texts);
  const [code, setCode] = useState('');
  const [isShort, setShort] = useState(false);
  const give = useAct('POST /api/session/code', { onDone: onSession });
  const confirm = useAct('POST /api/session/two-factor/confirmation', { onDone: onSession });
  const { act, isPending, error } = isConfirmation ? confirm : give;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replace(/\D/g, '');
    setShort(digits.length !== 6);
    if (digits.length === 6) act({ body: { code: digits } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorNotice error={error} />
      <TextInput
        label={t.label}
        description={t.hint}
        error={isShort ? t.short : undefined}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        w={220}
        maw="100%"
      />
      <div className="row">
        <Button type="submit" variant="filled" disabled={isPending}>
          {isPending ? t.wait : t.go}
        </Button>
        {onBack && <Button onClick={onBack}>{t.back}</Button>}
      </div>
    </form>
  );
};

import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useText } from '#web/ui/language.tsx';
import type { AnySession } from '#web/ui/session.tsx';
import { CodeForm } from './CodeForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';

const texts = {
  id: {
    title: 'Sesi Anda sudah berakhir',
    kept: 'Masuk lagi untuk melanjutkan. Yang sudah Anda ketik tidak hilang.',
    other: 'Masuk sebagai orang lain (isian di halaman ini hilang)',
  },
  en: {
    title: 'Your session has ended',
    kept: 'Sign in again to go on. What you typed is not lost.',
    other: 'Sign in as somebody else (what is typed on this page is lost)',
  },
};

/** Sign-in over the page, for the person who was at work. */
export const SignInAgain = ({
  username,
  onSession,
}: {
  username: string;
  onSession: (session: AnySession) => void;
}) => {
  const t = useText(texts);
  const [given, setGiven] = useState({ username, password: '' });
  const [needsCode, setNeedsCode] = useState(false);
  const next = (session: AnySession) => (session.signedIn ? onSession(session) : setNeedsCode(session.needsCode));
  return (
    <Dialog title={t.title}>
      <div className="stack">
        <p>{t.kept}</p>
        {needsCode ? (
          <CodeForm onSession={next} />
        ) : (
          <PasswordForm given={given} onChange={setGiven} onSession={next} isNameFixed />
        )}
        <Button onClick={() => window.location.assign('/kantor/')}>{t.other}</Button>
      </div>
    </Dialog>
  );
};

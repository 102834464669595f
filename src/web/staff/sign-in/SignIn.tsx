import { useRef, useState } from 'react';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import type { AnySession } from '#web/ui/session.tsx';
import { CodeForm } from './CodeForm.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SignInFrame } from './SignInFrame.tsx';

const texts = {
  id: {
    title: 'Masuk',
    for: 'Untuk petugas Dinas Sosial, desa/kelurahan, RT, dan PSM.',
    code: 'Kode kedua',
    citizens: 'Warga? Cek pengajuan di halaman depan.',
  },
  en: {
    title: 'Sign in',
    for: 'For staff of the agency, villages, RT and PSM.',
    code: 'Second code',
    citizens: 'A citizen? Follow your application on the front page.',
  },
};

type Props = { needsCode: boolean; onSession: (session: AnySession) => void };

/** The sign-in page: name and password, then the second code where the account has one. */
export const SignIn = ({ needsCode: asked, onSession }: Props) => {
  const t = useText(texts);
  const [needsCode, setNeedsCode] = useState(asked);
  const [given, setGiven] = useState({ username: '', password: '' });
  const submit = useRef<HTMLButtonElement>(null);
  const demo = useGet('/api/session/demo-accounts');
  const next = (session: AnySession) => (session.signedIn ? onSession(session) : setNeedsCode(session.needsCode));
  if (needsCode)
    return (
      <SignInFrame>
        <h1>{t.code}</h1>
        <CodeForm onSession={next} onBack={() => setNeedsCode(false)} />
      </SignInFrame>
    );
  const accounts = demo.data?.accounts ?? [];
  const fill = (username: string) => {
    setGiven({ username, password: demo.data?.password ?? '' });
    // On a phone the form has scrolled away above the list.
    submit.current?.focus();
  };
  return (
    <SignInFrame
      aside={accounts.length > 0 && <DemoAccounts accounts={accounts} chosen={given.username} onChoose={fill} />}
    >
      <div>
        <h1>{t.title}</h1>
        <p className="muted">{t.for}</p>
      </div>
      <PasswordForm given={given} onChange={setGiven} onSession={next} submitRef={submit} />
      <p>
        <a href="/">{t.citizens}</a>
      </p>
    </SignInFrame>
  );
};

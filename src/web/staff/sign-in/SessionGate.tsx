import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { onSessionLapsed } from '#web/ui/api.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { LanguageProvider, useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import { type AnySession, type Session, SessionProvider } from '#web/ui/session.tsx';
import { SignIn } from './SignIn.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { SignInFrame } from './SignInFrame.tsx';

const Enrolment = lazy(() => import('./Enrolment.tsx').then((m) => ({ default: m.Enrolment })));

const SESSION_KEY = ['/api/session'];

/** Shows pages only to somebody signed in, with a second code where it is required; otherwise the page that gets one there. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const session = useGet('/api/session');
  const signedIn = session.data?.signedIn === true ? session.data : undefined;
  return (
    <LanguageProvider account={signedIn?.language}>
      <Inside session={session.data} error={session.error} onRetry={() => void session.refetch()}>
        {children}
      </Inside>
    </LanguageProvider>
  );
};

type InsideProps = { session: AnySession | undefined; error: unknown; onRetry: () => void; children: ReactNode };

const Inside = ({ session, error, onRetry, children }: InsideProps) => {
  const client = useQueryClient();
  const put = (next: AnySession) => client.setQueryData(SESSION_KEY, next);
  const [held, setHeld] = useState<Session>();
  if (session?.signedIn && session !== held) {
    // Another tab signed somebody else in: nothing of the first person's page may go on under the second.
    if (held && held.username !== session.username) window.location.reload();
    setHeld(session);
  }
  // Once pages are open they stay: a session that ended is renewed over them.
  const current = session?.signedIn ? session : held;
  if (session === undefined) return error ? <Unreachable error={error} onRetry={onRetry} /> : null;
  if (!current) return <SignIn needsCode={!session.signedIn && session.needsCode} onSession={put} />;
  if (current.twoFactor.required && !current.twoFactor.enabled)
    return (
      <SignInFrame>
        <Suspense>
          <Enrolment onSession={put} />
        </Suspense>
      </SignInFrame>
    );
  return (
    <SessionProvider value={current}>
      {children}
      <Lapsed session={current} isOut={!session.signedIn} />
    </SessionProvider>
  );
};

const Unreachable = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const t = useText({
    id: { title: 'Server belum terjangkau', again: 'Coba lagi' },
    en: { title: 'The server cannot be reached', again: 'Try again' },
  });
  return (
    <SignInFrame>
      <h1>{t.title}</h1>
      <ErrorNotice error={error} />
      <Button variant="filled" onClick={onRetry}>
        {t.again}
      </Button>
    </SignInFrame>
  );
};

/** A session that ends while somebody works: the sign-in comes over the page, and the call that met the end goes on after it. */
const Lapsed = ({ session, isOut }: { session: Session; isOut: boolean }) => {
  const client = useQueryClient();
  const [isLapsed, setLapsed] = useState(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    onSessionLapsed(
      () =>
        new Promise<void>((resolve) => {
          waiting.current.push(resolve);
          setLapsed(true);
        }),
    );
  }, []);
  const resume = (next: AnySession) => {
    if (!next.signedIn) return;
    // Somebody else must not send what this person typed.
    if (next.username !== session.username) return window.location.assign('/kantor/');
    client.setQueryData(SESSION_KEY, next);
    setLapsed(false);
    for (const go of waiting.current.splice(0)) go();
  };
  return isLapsed || isOut ? <SignInAgain username={session.username} onSession={resume} /> : null;
};

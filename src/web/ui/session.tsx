import { createContext, useContext } from 'react';
import type { Capability } from '#kernel/capability.ts';
import type { ReplyOf } from './contracts.ts';

export type AnySession = ReplyOf<'GET /api/session'>;
/** Somebody is signed in. */
export type Session = Extract<AnySession, { signedIn: true }>;

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

/** Who is signed in, under which assignment; pages are only shown to somebody signed in. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a signed-in page');
  return session;
};

/** True when the active assignment may do this: `useMay('usulan.approve')`. The server decides; this only hides what would be refused. */
export const useMay = (capability: Capability): boolean => useSession().capabilities.includes(capability);

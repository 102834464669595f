import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';

/**
 * Sign-in by name and password with a time-based second factor. Only the mechanics of passwords, sessions and codes live here;
 * who the person is and what she may do comes from the agency's own tables (see modules/identity).
 */
export const authOptions = (database: BetterAuthOptions['database'], baseURL: string, secret: string) =>
  ({
    baseURL,
    secret,
    database,
    appName: 'Rukun',
    telemetry: { enabled: false },
    logger: { disabled: true }, // a wrong password is no warning; failures are counted in auth.sign_in_failure
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    // Attempts are counted by name and by address in our own table (auth.sign_in_failure); the library counts wrong codes itself.
    rateLimit: { enabled: false },
    advanced: {
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
      database: { generateId: 'uuid' },
      cookiePrefix: 'rukun',
    },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 80 }), twoFactor({ issuer: 'Rukun' })],
  }) satisfies BetterAuthOptions;

export const makeAuth = (db: Kysely<Database>, baseURL: string, secret: string) =>
  betterAuth(authOptions({ db: db.withSchema('auth'), type: 'postgres' }, baseURL, secret));

export type Auth = ReturnType<typeof makeAuth>;

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import type { Auth } from '#platform/auth/auth.ts';
import type { Platform } from '#platform/db/context.ts';
import type { Contract, Reply } from '#platform/http/contract.ts';
import type { Server, WhoIs } from '#platform/http/serve.ts';
import { countFailure, refuseLocked } from './actions/count-tries.ts';
import { type ResolvedSession, resolveSession } from './actions/resolve-session.ts';
import * as contracts from './contract.ts';
import { findRole } from './domain/roles.ts';
import { listDemoAccountRows } from './sql/demo-accounts.ts';
import { clearFailures, findNameOfTicket, type Try } from './sql/sessions.ts';

const ASSIGNMENT_COOKIE = 'rukun_tugas';

type Headers_ = Headers;
type SessionReply = Reply<typeof contracts.getSession>;

/** The request's headers for the sign-in library, with the client's address as we know it: a header of that name from outside is overwritten. */
export const headersOf = (request: FastifyRequest): Headers_ => {
  const out = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) out.set(name, Array.isArray(value) ? value.join(', ') : String(value));
  out.set('x-client-ip', request.ip);
  return out;
};

const passCookies = (from: Headers, reply: FastifyReply) => {
  for (const cookie of from.getSetCookie()) reply.header('set-cookie', cookie);
};

const findSession = async (
  auth: Auth,
  platform: Platform,
  request: FastifyRequest,
  headers = headersOf(request),
): Promise<ResolvedSession | undefined> => {
  const session = await auth.api.getSession({ headers });
  if (!session) return undefined;
  const user = session.user as typeof session.user & { twoFactorEnabled?: boolean | null };
  return resolveSession(
    platform,
    { id: user.id, twoFactorEnabled: user.twoFactorEnabled === true },
    request.cookies[ASSIGNMENT_COOKIE],
  );
};

/** The actor of a request, for every other route. */
export const makeWhoIs =
  (auth: Auth, platform: Platform): WhoIs =>
  async (request) =>
    (await findSession(auth, platform, request))?.actor;

const describeAssignment = (row: ResolvedSession['assignments'][number]) => {
  const role = findRole(row.role ?? '');
  return {
    id: row.assignment_id ?? '',
    role: row.role ?? '',
    roleName: { id: role?.name[0] ?? row.role ?? '', en: role?.name[1] ?? row.role ?? '' },
    areaName: row.area_label ?? '',
    bidang: row.bidang,
    clearance: row.clearance ?? 0,
  };
};

const describe = (session: ResolvedSession | undefined): SessionReply =>
  session
    ? {
        signedIn: true,
        name: session.account.display_name,
        username: session.account.username,
        position: session.account.position_name,
        agency: {
          slug: session.agency.slug,
          name: session.agency.name,
          isDemo: session.agency.isDemo,
          zone: session.agency.zone,
        },
        assignment: session.active ? describeAssignment(session.active) : null,
        assignments: session.assignments.map(describeAssignment),
        capabilities: [...session.actor.capabilities],
        twoFactor: session.secondFactor,
        language: session.account.language,
      }
    : { signedIn: false, needsCode: false };

const body = <C extends Contract>(
  definition: C & { body: z.ZodType },
  request: FastifyRequest,
): z.output<C['body'] & z.ZodType> => {
  const parsed = definition.body.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data as z.output<C['body'] & z.ZodType>;
  return refuse('permintaan.tidak_sah', 422, parsed.error.issues[0]?.message ?? 'Periksa isian Anda.', {
    fields: Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])),
  });
};

/** After cookies were set by the library, the same request sees them as a browser would on its next one. */
const withNewCookies = (request: FastifyRequest, from: Headers): Headers => {
  const headers = headersOf(request);
  const fresh = from.getSetCookie().map((cookie) => cookie.split(';')[0]);
  headers.set('cookie', [headers.get('cookie'), ...fresh].filter(Boolean).join('; '));
  return headers;
};

/** An evil page may not sign anybody in or out: a request that carries a foreign Origin is refused. */
export const refuseForeignOrigin = (request: FastifyRequest) => {
  const origin = request.headers.origin;
  if (origin !== undefined && new URL(origin).host !== request.headers.host)
    refuse('asal.asing', 403, 'Permintaan ini datang dari halaman lain, bukan dari Rukun.');
};

/** Whose code is asked for, out of the cookie that came with the right password: `identifier.signature`, the library checks the latter. */
const nameAwaitingCode = async (platform: Platform, request: FastifyRequest): Promise<string> => {
  const [, cookie] = Object.entries(request.cookies).find(([name]) => name.endsWith('rukun.two_factor')) ?? [];
  const ticket = cookie?.slice(0, cookie.lastIndexOf('.'));
  return (ticket && (await findNameOfTicket(platform.db, ticket))) || '';
};

/** Sign-in, second factor, choice of assignment, sign-out. */
export const registerSessionRoutes = (server: Server, auth: Auth): void => {
  const { http, platform } = server;
  const {
    getSession,
    signIn,
    giveCode,
    chooseAssignment,
    signOut,
    startSecondFactor,
    confirmSecondFactor,
    listDemoAccounts,
  } = contracts;
  server.contracts.push(
    getSession,
    signIn,
    giveCode,
    chooseAssignment,
    signOut,
    startSecondFactor,
    confirmSecondFactor,
    listDemoAccounts,
  );

  http.get(contracts.getSession.url, async (request) => describe(await findSession(auth, platform, request)));

  http.post(contracts.signIn.url, async (request, reply): Promise<SessionReply> => {
    refuseForeignOrigin(request);
    const given = body(contracts.signIn, request);
    const username = given.username.toLowerCase();
    const tried: Try = { kind: 'sandi', username, clientIp: request.ip };
    await refuseLocked(platform, tried);
    const result = await auth.api
      .signInUsername({
        body: { username, password: given.password },
        headers: headersOf(request),
        returnHeaders: true,
      })
      .catch(() => null);
    if (!result?.response) {
      await countFailure(platform, tried, request.id);
      return refuse(
        'masuk.salah',
        401,
        'Nama masuk atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi.',
      );
    }
    passCookies(result.headers, reply);
    if ('twoFactorRedirect' in result.response) return { signedIn: false, needsCode: true };
    await clearFailures(platform.db, username);
    const session = await findSession(auth, platform, request, withNewCookies(request, result.headers));
    if (!session)
      refuse(
        'masuk.tidak_berlaku',
        403,
        'Akun ini sudah ditutup, sudah lewat masa berlakunya, atau belum dihubungkan ke Dinas Sosial. Hubungi admin Dinas Sosial.',
      );
    return describe(session);
  });

  http.post(contracts.giveCode.url, async (request, reply): Promise<SessionReply> => {
    refuseForeignOrigin(request);
    const { code } = body(contracts.giveCode, request);
    const username = await nameAwaitingCode(platform, request);
    const tried: Try = { kind: 'kode', username, clientIp: request.ip };
    await refuseLocked(platform, tried);
    const result = await auth.api
      .verifyTOTP({ body: { code }, headers: headersOf(request), returnHeaders: true })
      .catch(() => null);
    if (!result) {
      await countFailure(platform, tried, request.id);
      return refuse(
        'masuk.kode_salah',
        401,
        'Kode tidak cocok atau sudah lewat 30 detik. Ketik kode yang sekarang tampil di aplikasi Anda.',
      );
    }
    passCookies(result.headers, reply);
    await clearFailures(platform.db, username);
    return describe(await findSession(auth, platform, request, withNewCookies(request, result.headers)));
  });

  http.post(contracts.chooseAssignment.url, async (request, reply): Promise<SessionReply> => {
    refuseForeignOrigin(request);
    const { assignmentId } = body(contracts.chooseAssignment, request);
    const session = await findSession(auth, platform, request);
    if (!session) return refuse('masuk.perlu', 401, 'Anda belum masuk, atau sesi Anda sudah berakhir.');
    if (!session.assignments.some((row) => row.assignment_id === assignmentId))
      refuse('tugas.tidak_ada', 404, 'Penugasan itu bukan milik Anda atau sudah berakhir.');
    reply.setCookie(ASSIGNMENT_COOKIE, assignmentId, { path: '/', httpOnly: true, sameSite: 'lax' });
    request.cookies[ASSIGNMENT_COOKIE] = assignmentId;
    return describe(await findSession(auth, platform, request));
  });

  http.delete(contracts.signOut.url, async (request, reply) => {
    refuseForeignOrigin(request);
    const result = await auth.api.signOut({ headers: headersOf(request), returnHeaders: true }).catch(() => null);
    if (result) passCookies(result.headers, reply);
    reply.clearCookie(ASSIGNMENT_COOKIE, { path: '/' });
    return { signedIn: false, needsCode: false };
  });

  http.post(contracts.startSecondFactor.url, async (request, reply) => {
    refuseForeignOrigin(request);
    const { password } = body(contracts.startSecondFactor, request);
    const result = await auth.api
      .enableTwoFactor({ body: { password }, headers: headersOf(request), returnHeaders: true })
      .catch(() => null);
    if (!result) return refuse('masuk.salah', 401, 'Kata sandi tidak cocok.');
    passCookies(result.headers, reply);
    const { totpURI, backupCodes } = result.response as { totpURI: string; backupCodes: string[] };
    return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes };
  });

  http.post(contracts.confirmSecondFactor.url, async (request, reply): Promise<SessionReply> => {
    refuseForeignOrigin(request);
    const { code } = body(contracts.confirmSecondFactor, request);
    const result = await auth.api
      .verifyTOTP({ body: { code }, headers: headersOf(request), returnHeaders: true })
      .catch(() => null);
    if (!result)
      return refuse(
        'masuk.kode_salah',
        401,
        'Kode tidak cocok atau sudah lewat 30 detik. Ketik kode yang sekarang tampil di aplikasi Anda.',
      );
    passCookies(result.headers, reply);
    return describe(await findSession(auth, platform, request, withNewCookies(request, result.headers)));
  });

  http.get(contracts.listDemoAccounts.url, async () => listDemoAccountRows(platform.db));
};

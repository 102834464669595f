import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { ReplyOf } from '#web/ui/contracts.ts';

type Session = Extract<ReplyOf<'GET /api/session'>, { signedIn: true }>;

const dist = join(import.meta.dirname, '..', '..', 'dist', 'staff');
const PASSWORD = 'sandi-contoh';
const MEDIA: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

const assignments: Session['assignments'] = [
  {
    id: '0193aaaa-0000-7000-8000-000000000001',
    role: 'verifikator',
    roleName: { id: 'Verifikator', en: 'Verifier' },
    areaName: 'Kabupaten Tirta Rukun',
    bidang: null,
    clearance: 1,
  },
  {
    id: '0193aaaa-0000-7000-8000-000000000002',
    role: 'operator',
    roleName: { id: 'Operator desa', en: 'Village operator' },
    areaName: 'Desa Karang Asri',
    bidang: null,
    clearance: 0,
  },
];
const session: Session = {
  signedIn: true,
  name: 'Rina Wulandari',
  username: 'rina',
  position: null,
  agency: { slug: 'tirta', name: 'Dinas Sosial Kabupaten Tirta Rukun', isDemo: true, zone: 'WITA' },
  assignment: assignments[0] ?? null,
  assignments,
  capabilities: ['person.find'],
  twoFactor: { enabled: false, required: false },
  language: 'id',
};
const tiles: ReplyOf<'GET /api/home'>['tiles'] = [
  {
    id: 'usulan',
    label: { id: 'Usulan menunggu diperiksa', en: 'Usulan menunggu diperiksa' },
    count: 112,
    href: '/usulan',
    status: 'menunggu',
  },
];

const soleh: ReplyOf<'GET /api/person'>['items'][number] = {
  id: '0193bbbb-0000-7000-8000-000000000001',
  name: 'Muhammad Soleh',
  isAlias: false,
  maskedNik: null,
  sex: 'L',
  birthOn: null,
  birthPrecision: 'hari',
  life: 'hidup',
  areaId: 1,
  areaLabel: 'Desa Karang Asri',
  familyId: null,
  maskedKk: null,
  shdk: null,
  protection: 0,
  open: { usulan: 0, aid: 0, tasks: 0 },
};

/** What the server says now; a test changes it. */
type State = {
  current: ReplyOf<'GET /api/session'>;
  isLapsed: boolean;
  needsEnrolment: boolean;
  seen: { name: string; key: string | undefined; body: string }[];
};
type Answer = { status: number; value: unknown };

const ok = (value: unknown): Answer => ({ status: 200, value });
const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  value: { error: { code, message, details: {}, requestId: 'r1' } },
});

const signIn = (state: State, body: string): Answer => {
  const { username, password } = JSON.parse(body) as { username: string; password: string };
  if (password !== PASSWORD) return refuse(401, 'masuk.salah', 'Nama masuk atau kata sandi tidak cocok.');
  state.isLapsed = false;
  state.current =
    username === 'kadis'
      ? { signedIn: false, needsCode: true }
      : { ...session, twoFactor: { enabled: false, required: state.needsEnrolment } };
  return ok(state.current);
};

const sessionAnswers = (state: State, body: string): Record<string, () => Answer> => {
  const become = (next: State['current']): Answer => {
    state.current = next;
    return ok(next);
  };
  return {
    'GET /api/session': () => ok(state.current),
    'POST /api/session': () => signIn(state, body),
    'POST /api/session/code': () => become(session),
    'POST /api/session/assignment': () => {
      const { assignmentId } = JSON.parse(body) as { assignmentId: string };
      return become({ ...session, assignment: assignments.find(({ id }) => id === assignmentId) ?? null });
    },
    'POST /api/session/two-factor': () =>
      ok({
        uri: 'otpauth://totp/Rukun:rina?secret=JBSWY3DPEHPK3PXP',
        secret: 'JBSWY3DPEHPK3PXP',
        backupCodes: ['a1b2c-d3e4f'],
      }),
    'POST /api/session/two-factor/confirmation': () =>
      become({ ...session, twoFactor: { enabled: true, required: true } }),
    'DELETE /api/session': () => become({ signedIn: false, needsCode: false }),
    'GET /api/session/demo-accounts': () => {
      const { username, name, agency } = session;
      return ok({ accounts: [{ username, name, does: 'Verifikator', agency: agency.name }], password: PASSWORD });
    },
  };
};

const answer = (state: State, name: string, body: string): Answer => {
  const own = sessionAnswers(state, body)[name];
  if (own) return own();
  if (state.isLapsed) return refuse(401, 'masuk.perlu', 'Sesi Anda sudah berakhir.');
  if (name === 'GET /api/home') return ok({ tiles });
  if (name === 'GET /api/box/unread') return ok({ unread: 0 });
  if (name === 'GET /api/person') return ok({ items: [soleh] });
  return refuse(404, 'alamat.tidak_ada', 'Alamat ini tidak ada.');
};

/** The built staff app before a server with canned replies, for what a real server cannot be asked to do on time: lapse, refuse, stay away. */
export const startCannedApi = async () => {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('No staff bundle: run node bin/setup.mjs --web.');
  const state: State = {
    current: { signedIn: false, needsCode: false },
    isLapsed: false,
    needsEnrolment: false,
    seen: [],
  };
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = `${request.method} ${url.pathname}`;
    let body = '';
    for await (const chunk of request) body += chunk;
    if (url.pathname.startsWith('/api/')) {
      const key = request.headers['idempotency-key'];
      state.seen.push({ name, key: typeof key === 'string' ? key : undefined, body });
      const { status, value } = answer(state, name, body);
      return reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    }
    const file = url.pathname.startsWith('/kantor/assets/')
      ? join(dist, url.pathname.slice('/kantor/'.length))
      : join(dist, 'index.html');
    if (!existsSync(file)) return reply.writeHead(404).end();
    // The policy of the real server: a script or style it would stop must be seen here.
    const policy =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'";
    return reply
      .writeHead(200, {
        'content-type': MEDIA[extname(file)] ?? 'text/html; charset=utf-8',
        'content-security-policy': policy,
      })
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, state, password: PASSWORD, close };
};

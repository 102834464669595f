// Closed-loop officers against a running Rukun with the demo data: `npm run bench:load -- --url http://localhost:3000 --users 50 --minutes 10`
// Each officer signs in once, then acts and thinks (8 s on average, exponential), over and over. Times are of the whole HTTP exchange on loopback.
// The mix: queue page 22 %, queue page and one proposal of it 10 %, first page 10 %, search by a misspelt name 20 %, a sheet (logged) 20 %,
// area 6 %, a new proposal 8 % and passing a checked one on 4 % (those who may; else a search).
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '../src/modules/identity/index.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    users: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '10' },
    think: { type: 'string', default: '8' },
  },
});
const [users, minutes, think] = [Number(values.users), Number(values.minutes), Number(values.think)];
const NAMES = ['verifikator', 'operator.karangasri', 'loket', 'kabid', 'kadis'];
const WORDS = ['sarinem', 'sulastri', 'muhamad', 'supriyadi', 'wiyono', 'ngatini', 'kasan', 'rasid', 'yohana', 'darto'];

const PROPOSERS = ['verifikator', 'operator.karangasri', 'loket'];
const PROPOSAL = {
  kind: 'perubahan',
  reporterName: 'Pak Darto',
  relation: 'tetangga',
  consent: 'lisan_saksi',
  reason: 'Tinggal sendiri dan tidak punya penghasilan tetap.',
};

type Row = { id: string; version: number };
type Sample = { what: string; ms: number; ok: boolean };
const samples: Sample[] = [];
const until = Date.now() + minutes * 60_000;

/** One generator a user, so that a run can be repeated. */
const random = (seed: number) => {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
};

const signIn = async (username: string): Promise<string> => {
  const reply = await fetch(`${values.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  if (!reply.ok) throw new Error(`${username}: ${reply.status} ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

const officer = async (n: number) => {
  const dice = random(n + 1);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(dice() * list.length)];
  const name = NAMES[n % NAMES.length]!;
  const cookie = await signIn(name);
  let known: readonly { id: string }[] = [];
  const act = async (what: string, path: string, body?: unknown): Promise<{ items?: Row[] } | undefined> => {
    const began = performance.now();
    const reply = await fetch(`${values.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => undefined);
    const text = await reply?.text();
    // A 409 is an answer: another officer was first, or the person has an open proposal already.
    samples.push({ what, ms: performance.now() - began, ok: reply?.ok === true || reply?.status === 409 });
    if (reply && !reply.ok && reply.status !== 409) console.error(what, reply.status, text?.slice(0, 300));
    return reply?.ok && text ? JSON.parse(text) : undefined;
  };
  const misspell = (word: string) => word.replace(/u/, 'oe').replace(/y/, 'j');
  const queue = async (): Promise<Row[]> =>
    (await act('queue page', `/api/usulan?stage=${pick(['periksa', 'verval', 'verifikasi'])}`))?.items ?? [];
  const search = async () => {
    const found = await act('search by misspelt name', `/api/person?q=${encodeURIComponent(misspell(pick(WORDS)!))}`);
    known = found?.items ?? known;
  };
  const propose = async () => {
    const subjectPersonId = pick(known)?.id;
    const channel = name.startsWith('operator') ? 'kelurahan' : 'dinsos';
    if (subjectPersonId && PROPOSERS.includes(name))
      await act('propose', '/api/usulan', { ...PROPOSAL, channel, subjectPersonId });
    else await search();
  };
  const decide = async () => {
    const row = name.startsWith('operator')
      ? pick((await act('queue page', '/api/usulan?stage=periksa'))?.items ?? [])
      : undefined;
    if (row)
      await act('pass on a checked proposal', `/api/usulan/${row.id}/acceptance`, {
        version: row.version,
        reasonCode: 'lengkap',
        text: '',
      });
    else await search();
  };
  while (Date.now() < until) {
    const roll = dice();
    if (roll < 0.22) await queue();
    else if (roll < 0.32) {
      const row = pick(await queue());
      if (row) await act('open a proposal', `/api/usulan/${row.id}`);
    } else if (roll < 0.42) await act('first page', '/api/home');
    else if (roll < 0.62) await search();
    else if (roll < 0.82 && known.length > 0) await act('open a sheet (logged)', `/api/person/${pick(known)!.id}`);
    else if (roll < 0.88) await act('find an area', `/api/area?q=${pick(['karang', 'rejo', 'baru'])}`);
    else if (roll < 0.96) await propose();
    else await decide();
    await new Promise((done) => setTimeout(done, Math.min(-Math.log(1 - dice()) * think * 1000, 60_000)));
  }
};

console.error(`${users} officers, ${minutes} min, think time ${think} s`);
const ticker = setInterval(
  () =>
    console.error(
      `${samples.length} acts, ${samples.filter((sample) => !sample.ok).length} errors, ${Math.max(0, Math.round((until - Date.now()) / 1000))} s left`,
    ),
  15_000,
);
await Promise.all(
  Array.from({ length: users }, async (_, n) => {
    await new Promise((done) => setTimeout(done, (n * think * 1000) / users));
    await officer(n);
  }),
);
clearInterval(ticker);

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
const line = (what: string, list: readonly Sample[]) => {
  const ms = list.map((sample) => sample.ms).sort((a, b) => a - b);
  return `| ${what} | ${list.length} | ${list.filter((sample) => !sample.ok).length} | ${[0.5, 0.95, 0.99].map((q) => quantile(ms, q).toFixed(1)).join(' | ')} |`;
};
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${users} closed-loop officers, think time ${think} s, ${minutes} min; the load runs on the same machine\n`,
);
console.log('| act | n | errors | p50 ms | p95 ms | p99 ms |\n| --- | --: | --: | --: | --: | --: |');
for (const what of [...new Set(samples.map((sample) => sample.what))].sort())
  console.log(
    line(
      what,
      samples.filter((sample) => sample.what === what),
    ),
  );
console.log(line('all', samples));
process.exitCode = samples.some((sample) => !sample.ok) ? 1 : 0;

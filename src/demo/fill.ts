import { sql } from 'kysely';
import type { SiksAgency } from '#engines/population/index.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { confirmMapping, getImport, type Kind, listSummaries, uploadFile } from '#modules/exchange/index.ts';
import { findActor } from '#modules/identity/index.ts';
import { seedDemoProgramme } from '#modules/programme/index.ts';
import { type Context, type Platform, toJson, withActor } from '#platform/db/context.ts';
import type { Server } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import type { Ingredients } from '../app.ts';
import type { RegisterModule } from '../modules.ts';
import { DESIL_HEADINGS, listCentreDesil } from './centre-desil.ts';
import { protectMelati } from './melati.ts';
import { openStage } from './stage.ts';
import { makeTableFile } from './table-file.ts';
import { CHAPTERS } from './work/chapters.ts';

/** The job that fills a demo agency; it comes again after every import it ordered, until everything is there. */
export const FILL_JOB = 'demo.fill';

type Plan = { siks: SiksAgency; rows: number; verifikator: string; stories: boolean };
const PLANS: Readonly<Record<string, Plan>> = {
  tirta_rukun: { siks: 'tirta-rukun', rows: 80_000, verifikator: 'verifikator', stories: true },
  larasati: { siks: 'larasati', rows: 8_000, verifikator: 'verifikator.larasati', stories: false },
};

type Tools = { platform: Platform; dataDir: string; ingredients: Ingredients; modules: readonly RegisterModule[] };
type As = <T>(username: string, act: (ctx: Context) => Promise<T>) => Promise<T>;

const actingIn =
  ({ platform }: Tools, agency: string): As =>
  async (username, act) => {
    const actor = await findActor(platform, agency, username);
    if (!actor) throw new Error(`demo: no account ${username} in ${agency}`);
    return withActor(platform, actor, { requestId: `contoh-${uuid7()}` }, act);
  };

/** Rows of the agency's file; RUKUN_DEMO_ROWS makes it smaller (tests), a tenth of it for the city. */
const rowsOf = ({ rows, siks }: Plan): number => {
  const wanted = Number(process.env['RUKUN_DEMO_ROWS']);
  if (!Number.isInteger(wanted) || wanted < 1) return rows;
  return siks === 'tirta-rukun' ? wanted : Math.max(1, Math.round(wanted / 10));
};

const stateOf = async (ctx: Context, kind: Kind): Promise<string | undefined> =>
  (await listSummaries(ctx, { limit: 100 })).items.find((one) => one.kind === kind)?.state;

type Upload = { dataDir: string; kind: Kind; name: string; bytes: Uint8Array };

/** Uploads a file as an officer would, takes the columns as proposed, and lets it go in by itself. */
const bring = async (ctx: Context, { dataDir, kind, name, bytes }: Upload): Promise<void> => {
  const { importId } = await uploadFile(ctx, dataDir, { kind, name, bytes, autoCommit: true, follow: FILL_JOB });
  const { mapping, version } = await getImport(ctx, importId);
  await confirmMapping(ctx, importId, { version, columns: mapping.columns });
};

const bringPeople = async (as: As, { dataDir }: Tools, plan: Plan): Promise<void> => {
  const bytes = await makeTableFile({ kind: 'siks', agency: plan.siks, rows: rowsOf(plan), seed: 1 });
  const name = `DTKS ${plan.siks} (DATA CONTOH).xlsx`;
  await as(plan.verifikator, (ctx) => bring(ctx, { dataDir, kind: 'siks23', name, bytes }));
};

const bringDesil = async (as: As, { dataDir }: Tools, plan: Plan): Promise<void> => {
  const rows = await as(plan.verifikator, listCentreDesil);
  if (rows.length === 0) return;
  const bytes = await makeTableFile({ kind: 'table', headings: DESIL_HEADINGS, rows });
  await as(plan.verifikator, (ctx) =>
    bring(ctx, { dataDir, kind: 'desil', name: 'Desil DTSEN (DATA CONTOH).xlsx', bytes }),
  );
};

/** What the demo keeps of itself in the agency's settings: the day it began, the chapters it has played, what it is at, whether it is done. */
type Kept = { demoFilled?: boolean; demoDay?: string; demoChapters?: string[]; demoNow?: string | null };

const recall = (as: As, plan: Plan): Promise<Kept> =>
  as(plan.verifikator, async (ctx) => {
    const agency = await ctx.tx.selectFrom('agency').select('settings').executeTakeFirstOrThrow();
    return agency.settings as Kept;
  });

const keep = (as: As, plan: Plan, kept: Kept, event = 'agency.demo_continued'): Promise<void> =>
  as(plan.verifikator, async (ctx) => {
    await sql`update agency set settings = settings || ${toJson(kept)}::jsonb`.execute(ctx.tx);
    await ctx.record({ event, subjectKind: 'agency', subjectId: ctx.actor.agency, after: kept });
  });

/** Plays what is left of the demo's month. Cut off in a chapter, it begins that chapter again; acts done before are not done twice. */
const playChapters = async (as: As, { ingredients, modules }: Tools, agency: string, signal: AbortSignal) => {
  const plan = PLANS[agency]!;
  const kept = await recall(as, plan);
  const firstDay = kept.demoDay ?? (await as(plan.verifikator, async (ctx) => ctx.today));
  const played = new Set(kept.demoChapters ?? []);
  const stage = await openStage(ingredients, modules, { agency, firstDay, signal });
  try {
    for (const { id, says, play } of CHAPTERS) {
      if (played.has(id)) continue;
      await keep(as, plan, { demoDay: firstDay, demoNow: says });
      await play(stage);
      played.add(id);
      await keep(as, plan, { demoChapters: [...played], demoNow: null });
    }
  } finally {
    await stage.close();
  }
};

const tellStories = async (as: As, plan: Plan): Promise<void> => {
  if (!plan.stories) return;
  await as('kabid', async (ctx) => {
    await seedDemoProgramme(ctx);
  });
  await as('peksos', async (ctx) => {
    const known = await sql`select 1 from case_file where alias = 'Melati'`.execute(ctx.tx);
    if (known.rows.length > 0) return;
    const desa = await ctx.tx
      .selectFrom('area')
      .select('id')
      .where('kode', '=', '99.01.01.2003')
      .executeTakeFirstOrThrow();
    await protectMelati(ctx, desa.id);
  });
};

const AT_WORK = ['diunggah', 'dipetakan', 'membaca', 'diperiksa', 'siap', 'memasukkan', 'membatalkan'];

/**
 * Goes one step on in filling a demo agency through the real import: the 23-column file, then the centre's desil for seven families in
 * ten, then the stories and the month before. Each step looks first at what is there, so it may be cut off and repeated; what a person took back stays away.
 */
const fillDemo = async (tools: Tools, agency: string, signal: AbortSignal): Promise<void> => {
  const plan = PLANS[agency];
  if (!plan) return;
  const as = actingIn(tools, agency);
  if ((await recall(as, plan)).demoFilled) return;
  const people = await as(plan.verifikator, (ctx) => stateOf(ctx, 'siks23'));
  if (people === undefined) return bringPeople(as, tools, plan);
  const desil = await as(plan.verifikator, (ctx) => stateOf(ctx, 'desil'));
  if ([people, desil].some((state) => state !== undefined && AT_WORK.includes(state))) return;
  if (desil === undefined && people === 'selesai') {
    await bringDesil(as, tools, plan);
    if ((await as(plan.verifikator, (ctx) => stateOf(ctx, 'desil'))) !== undefined) return;
  }
  await tellStories(as, plan);
  if (plan.stories) await playChapters(as, tools, agency, signal);
  await keep(as, plan, { demoFilled: true }, 'agency.demo_filled');
};

/** The demo's job; it serves nothing. `modules` are those whose routes its people use. */
export const registerDemo = (server: Server, ingredients: Ingredients, modules: readonly RegisterModule[]): Jobs => ({
  [FILL_JOB]: (payload, signal) => {
    const { platform } = server;
    return fillDemo(
      { platform, dataDir: ingredients.dataDir, ingredients, modules },
      String(payload['agency']),
      signal,
    );
  },
});

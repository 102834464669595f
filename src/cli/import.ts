import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import {
  checkedSentence,
  confirmMapping,
  getImport,
  type ImportFile,
  importJobs,
  KIND_IDS,
  type Kind,
  orderCommit,
  reportLines,
  STATE_WORDS,
  uploadFile,
} from '#modules/exchange/index.ts';
import { findActor } from '#modules/identity/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { type Actor, may } from '#platform/db/actor.ts';
import { type Context, type Platform, platformOn, withActor } from '#platform/db/context.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { progressLine, readArguments } from './arguments.ts';

const HELP = `rukun import --agency NAMA --kind ${KIND_IDS.join('|')} --file BERKAS --as AKUN [--month TAHUN-BULAN] [--yes]

Mengimpor sebuah berkas dengan jalan yang sama seperti halaman Impor: unggah, petakan kolom (dipakai usulannya), periksa, masukkan.
  --agency NAMA   dinas, misalnya tirta-rukun
  --kind JENIS    siks23 (SIKS-NG 23 kolom), desil (DTSEN), hasil_pusat, exclude, padan
  --file BERKAS   .xlsx atau CSV
  --as AKUN       nama masuk petugas yang mengimpor; namanya tercatat
  --month BULAN   bulan yang dibicarakan berkas, misalnya 2026-07; tanpa ini bulan ini
  --yes           masukkan setelah diperiksa; tanpa ini berhenti pada hasil pemeriksaan
Jalankan selagi server berhenti bila memakai PostgreSQL bawaan. Kode keluar: 0 selesai, 1 tidak dapat dilanjutkan, 2 kata salah.
`;

const AT_WORK: readonly string[] = ['dipetakan', 'membaca', 'diperiksa', 'memasukkan', 'membatalkan'];

type Wanted = { agency: string; kind: Kind; file: string; as: string; month: string | undefined; yes: boolean };

const wantedFrom = (values: Record<string, string | boolean | undefined>): Wanted | undefined => {
  const { agency, kind, file, as, month } = values as Record<string, string | undefined>;
  const known = KIND_IDS.find((one) => one === kind);
  if (!agency || !known || !file || !as || (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)))
    return undefined;
  return { agency: agency.replaceAll('-', '_'), kind: known, file, as, month, yes: values['yes'] === true };
};

const getActor = async (platform: Platform, { agency, as }: Wanted): Promise<Actor> => {
  const actor = await findActor(platform, agency, as);
  if (!actor)
    return refuse(
      'akun.tidak_ada',
      404,
      `Tidak ada akun "${as}" yang berlaku di dinas "${agency.replaceAll('_', '-')}".`,
    );
  if (!may(actor, 'import.run'))
    refuse('wewenang.kurang', 403, `Tugas ${actor.name} (${actor.role}) tidak mencakup mengimpor berkas.`);
  return actor;
};

type Acting = <T>(act: (ctx: Context) => Promise<T>) => Promise<T>;

/** Waits until no job is at work on the import, showing how far it is. */
const settle = async (acting: Acting, importId: string): Promise<ImportFile> => {
  const show = progressLine();
  for (let said = ''; ; await sleep(200)) {
    const file = await acting((ctx) => getImport(ctx, importId));
    if (!AT_WORK.includes(file.state)) return file;
    if (file.state !== said) process.stderr.write(`${STATE_WORDS[file.state]}\n`);
    said = file.state;
    show(file.rowsDone, Math.max(file.rowsTotal, file.rowsDone + 1), 'baris');
  }
};

const upload = async (acting: Acting, dataDir: string, wanted: Wanted): Promise<string> => {
  const bytes = await readFile(wanted.file);
  return acting(async (ctx) => {
    const { importId } = await uploadFile(ctx, dataDir, {
      kind: wanted.kind,
      name: basename(wanted.file),
      bytes,
      ...(wanted.month === undefined ? {} : { period: wanted.month }),
    });
    const { mapping, version } = await getImport(ctx, importId);
    await confirmMapping(ctx, importId, { version, columns: mapping.columns });
    return importId;
  });
};

/** The whole way; gives the exit code. */
const runImport = async (acting: Acting, dataDir: string, wanted: Wanted): Promise<number> => {
  const importId = await upload(acting, dataDir, wanted);
  let file = await settle(acting, importId);
  if (file.state === 'siap' && file.counts.check) console.log(checkedSentence(file.kind, file.counts.check));
  if (file.state === 'siap' && wanted.yes) {
    await acting((ctx) => orderCommit(ctx, importId, file.version));
    file = await settle(acting, importId);
  }
  if (file.state === 'gagal') {
    process.stderr.write(`${file.failure}\n`);
    return 1;
  }
  if (file.state === 'selesai')
    for (const [label, rows] of reportLines(file)) console.log(`${String(rows).padStart(9)}  ${label}`);
  else console.log('Belum dimasukkan: buka halaman Impor, atau ulangi dengan --yes.');
  return 0;
};

/** The command `rukun import`. */
export const run = async (argv: string[]): Promise<number> => {
  const text = { type: 'string' } as const;
  const options = { agency: text, kind: text, file: text, as: text, month: text, yes: { type: 'boolean' } } as const;
  const given = readArguments(argv, options, HELP);
  if ('exit' in given) return given.exit;
  const wanted = wantedFrom(given.values);
  if (!wanted) {
    process.stderr.write(`--agency, --kind, --file, dan --as perlu diisi dengan benar.\n\n${HELP}`);
    return 2;
  }
  if (!(await stat(wanted.file).catch(() => undefined))?.isFile())
    throw new Error(`Berkas ${wanted.file} tidak ada atau tidak dapat dibaca.`);
  const { dataDir, databaseUrl } = readConfig();
  const database = await openRukunDatabase({ dataDir, databaseUrl });
  try {
    const platform = platformOn(database.db);
    const actor = await getActor(platform, wanted);
    const jobs = importJobs({ platform, dataDir });
    const worker = await startWorker(database.ownerPool, jobs, (_name, error) => process.stderr.write(`${error}\n`));
    const acting: Acting = (act) => withActor(platform, actor, { requestId: `perintah-${uuid7()}` }, act);
    return await runImport(acting, dataDir, wanted).finally(() => worker.stop());
  } catch (error) {
    if (isRefusal(error)) process.stderr.write(`${error.message}\n`);
    else throw error;
    return 1;
  } finally {
    await database.close();
  }
};

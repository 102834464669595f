import './tsx-hook.ts';
import { NIGHTLY_LOOK, startAdjudication } from '#modules/duplicates/index.ts';
import { startAlarms } from '#modules/intake/index.ts';
import { startMessages } from '#modules/messages/index.ts';
import { startEveningReports } from '#modules/reporting/index.ts';
import { startSealer } from '#platform/audit/seal.ts';
import { readConfig } from '#platform/config/config.ts';
import { platformOn } from '#platform/db/context.ts';
import { openRukunDatabase } from '#platform/db/open.ts';
import { startForgetting } from '#platform/http/forget-replies.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { makeApp } from './app.ts';
import { installReference, makeDemoOnFirstStart } from './demo/first-start.ts';
import { showDemoProgress } from './demo/show-progress.ts';
import { printWelcome } from './welcome.ts';

// Registered before anything is started. Under npm one Ctrl-C arrives twice (from the terminal's group, and passed on by npm), so only
// a signal at least a second later is taken as impatience. The embedded PostgreSQL stops even then: its pipe closes.
const undo: (() => Promise<unknown>)[] = [];
let stoppingSince = 0;
const stop = async (code = 0) => {
  if (stoppingSince) {
    if (Date.now() - stoppingSince > 1000) process.exit(1);
    return;
  }
  stoppingSince = Date.now();
  for (const step of undo.reverse()) await step().catch((error) => console.error(error));
  console.log('Rukun berhenti. Semua data tersimpan.');
  process.exit(code);
};
process.on('SIGINT', () => void stop()).on('SIGTERM', () => void stop());

const start = async () => {
  const config = readConfig();
  const began = performance.now();
  const database = await openRukunDatabase(config, {
    onCrash: () => console.error('PostgreSQL berhenti sendiri; dijalankan lagi.'),
  });
  undo.push(() => database.close());
  await installReference(database);
  const platform = platformOn(database.db);
  const app = await makeApp({
    platform,
    ownerPool: database.ownerPool,
    connection: database.app,
    dataDir: config.dataDir,
    url: config.url,
    secret: config.secret,
    logLevel: config.logLevel,
    checkReplies: false,
    ...(config.mail ? { mail: config.mail } : {}),
  });
  const report = (what: string) => (error: unknown) => app.http.log.error({ err: error }, what);
  const sealer = startSealer(database.ownerPool, config.dataDir, report('sealing failed'));
  undo.push(() => sealer.stop());
  const forgetting = startForgetting(database.ownerPool, report('forgetting old replies failed'));
  undo.push(() => forgetting.stop());
  const alarms = startAlarms(platform, report('raising alarms failed'));
  undo.push(() => alarms.stop());
  const post = { platform, dataDir: config.dataDir, url: config.url, mail: config.mail };
  const messages = startMessages(post, report('sending messages failed'));
  undo.push(() => messages.stop());
  const evenings = startEveningReports(platform, config.dataDir, report('the daily report failed'));
  undo.push(() => evenings.stop());
  const adjudication = startAdjudication(platform, report('booked merges and learning failed'));
  undo.push(() => adjudication.stop());
  const worker = await startWorker(database.ownerPool, app.jobs, (name, error) => report(`job ${name} failed`)(error), [
    NIGHTLY_LOOK,
  ]);
  undo.push(() => worker.stop());
  undo.push(() => app.http.close());
  await app.http.listen({ port: config.port, host: config.host });
  if (config.demo) await makeDemoOnFirstStart(database.ownerPool, platform);
  await printWelcome(platform.db, config.url, performance.now() - began);
  if (config.demo) {
    const progress = showDemoProgress(database.ownerPool, (line) => console.log(line));
    undo.push(() => progress.stop());
  }
};

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  void stop(1);
});

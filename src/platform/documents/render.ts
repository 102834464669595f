import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../db/cluster.ts';
import type { DocumentFrame } from './frame.ts';
import type { RenderJob, RenderReply, RenderSetting } from './render-worker.ts';

/** One document: its frame, its title (in the footer and the file's properties), its instant, and what the template prints. */
export type OfficialDocument = {
  readonly frame: DocumentFrame;
  readonly title: string;
  /** The document's own time; the same document at the same instant gives the same bytes, so its hash can be kept. */
  readonly at: Date;
  /** JSON. Strings are printed literally: write dates, amounts and numbers as the reader should see them. */
  readonly content: unknown;
};

type Waiting = { readonly keep: (pdf: Buffer) => void; readonly fail: (error: Error) => void };
type Press = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

const LONGEST_MS = 120_000;
let press: Press | undefined;
let lastNo = 0;

const settle = (waiting: Map<number, Waiting>, reply: RenderReply): void => {
  const asker = waiting.get(reply.no);
  waiting.delete(reply.no);
  if ('fault' in reply) asker?.fail(new Error(`the document cannot be rendered: ${reply.fault}`));
  else asker?.keep(Buffer.from(reply.pdf.buffer, reply.pdf.byteOffset, reply.pdf.byteLength));
};

const startPress = (): Press => {
  const setting: RenderSetting = { workspace: projectRoot };
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData: setting });
  const made: Press = { worker, waiting: new Map() };
  const fall = (error: Error): void => {
    if (press === made) press = undefined;
    for (const asker of made.waiting.values()) asker.fail(error);
    made.waiting.clear();
  };
  worker.on('message', (reply: RenderReply) => {
    settle(made.waiting, reply);
    // An idle worker must not keep the program alive.
    if (made.waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => fall(error as Error));
  worker.on('exit', () => fall(new Error('the worker that renders documents ended')));
  return made;
};

/**
 * Renders an official document to PDF/A-2b in a worker thread, so that the server goes on answering; a worker that fell is started
 * again with the next document.
 * @param template a .typ file inside the project, `new URL('./documents/berita-acara.typ', import.meta.url)`
 * @throws Error naming the template and the line when it is wrong or misses a field; that is a bug of the caller
 */
export const renderPdf = async (template: URL, document: OfficialDocument): Promise<Buffer> => {
  press ??= startPress();
  const { worker, waiting } = press;
  lastNo += 1;
  const job: RenderJob = {
    no: lastNo,
    template: fileURLToPath(template),
    input: JSON.stringify({ frame: document.frame, title: document.title, content: document.content }),
    at: Math.floor(document.at.getTime() / 1000),
  };
  const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
  timer.unref();
  try {
    return await new Promise<Buffer>((keep, fail) => {
      waiting.set(job.no, { keep, fail });
      worker.ref();
      worker.postMessage(job);
    });
  } finally {
    clearTimeout(timer);
  }
};

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What the worker is started with, and one question and answer; the numbers tie them together. */
export type RenderSetting = { readonly workspace: string };
export type RenderJob = {
  readonly no: number;
  readonly template: string;
  readonly input: string;
  /** Seconds since 1970: the document's own date, so that the same input gives the same bytes. */
  readonly at: number;
};
export type RenderReply =
  | { readonly no: number; readonly pdf: Uint8Array }
  | { readonly no: number; readonly fault: string };

const FACES = {
  arimo: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
  tinos: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
} as const;

const fontPaths = (): string[] => {
  const resolve = createRequire(import.meta.url).resolve;
  return Object.entries(FACES).flatMap(([family, faces]) => {
    const folder = dirname(resolve(`@expo-google-fonts/${family}/package.json`));
    return faces.map((face) => join(folder, face));
  });
};

const { workspace } = workerData as RenderSetting;
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontPaths() }] });

const render = ({ template, input, at }: RenderJob): Uint8Array => {
  const compiled = compiler.compile({ mainFilePath: template, inputs: { document: input } });
  const fault = compiled.hasError() ? compiled.takeError() : null;
  if (fault || !compiled.result) throw new Error(`${template}: ${JSON.stringify(fault?.shortDiagnostics ?? [])}`);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp: at });
  // Parsed templates and fonts stay warm; what belongs to past documents goes.
  compiler.evictCache(5);
  return new Uint8Array(pdf);
};

parentPort?.on('message', (job: RenderJob) => {
  const reply = ((): RenderReply => {
    try {
      return { no: job.no, pdf: render(job) };
    } catch (error) {
      return { no: job.no, fault: error instanceof Error ? error.message : String(error) };
    }
  })();
  parentPort?.postMessage(reply);
});

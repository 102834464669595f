import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { type OfficialDocument, renderPdf } from '../src/platform/documents/render.ts';

// How long official letters take, and how long the main thread stands still meanwhile.
//   node bench/letters.ts [letters]
const SAMPLE = new URL('../src/platform/documents/test/sample.typ', import.meta.url);
const wanted = Number(process.argv[2] ?? 100);

const letter = (no: number): OfficialDocument => ({
  frame: {
    letterHead: {
      pemerintah: 'Pemerintah Kabupaten Tirta Rukun',
      dinas: 'Dinas Sosial',
      alamat: 'Jalan Rukun Raya 1',
      telepon: '',
    },
    paper: 'F4',
    demo: true,
  },
  title: `Surat ${no}`,
  at: new Date('2026-07-15T04:00:00Z'),
  content: {
    heading: 'Surat keterangan',
    number: `400.9/${no}/2026`,
    facts: [['Nama', `Warga ${no}`]],
    text: `Isi surat nomor ${no}.`,
    rows: Array.from({ length: 12 }, (_, at) => [String(at + 1), `Warga ${no}-${at}`, 'Rp1.500.000']),
    signatures: [{ role: 'Kepala Dinas Sosial', name: 'Ratna', place: 'Tirta Kencana, 15 Juli 2026' }],
  },
});

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const first = await timed(() => renderPdf(SAMPLE, letter(0)));
let longestPause = 0;
let last = performance.now();
const pulse = setInterval(() => {
  longestPause = Math.max(longestPause, performance.now() - last - 5);
  last = performance.now();
}, 5);
const all = await timed(async () => {
  for (let no = 1; no <= wanted; no += 1) await renderPdf(SAMPLE, letter(no));
});
clearInterval(pulse);
console.log(`machine: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
console.log('| what | ms |\n| --- | ---: |');
console.log(`| first letter (worker, fonts) | ${first.toFixed(0)} |`);
console.log(`| ${wanted} letters of two pages | ${all.toFixed(0)} |`);
console.log(`| each | ${(all / wanted).toFixed(1)} |`);
console.log(`| longest pause of the main thread | ${longestPause.toFixed(0)} |`);
process.exit(0);

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfPages } from '../../../test/support/pdf-text.ts';
import { projectRoot } from '../db/cluster.ts';
import { type DocumentFrame, frameOf } from './frame.ts';
import { type OfficialDocument, renderPdf } from './render.ts';

const SAMPLE = new URL('./test/sample.typ', import.meta.url);
const frame: DocumentFrame = {
  letterHead: {
    pemerintah: 'Pemerintah Kabupaten Tirta Rukun',
    dinas: 'Dinas Sosial',
    alamat: 'Jalan Rukun Raya Nomor 1',
    telepon: '(0999) 123456',
  },
  paper: 'F4',
  demo: false,
};
const letter = (content: Record<string, unknown> = {}, changed: Partial<DocumentFrame> = {}): OfficialDocument => ({
  frame: { ...frame, ...changed },
  title: 'Contoh surat',
  at: new Date('2026-07-15T04:00:00Z'),
  content: {
    heading: 'Berita acara',
    number: '400.9/1/BA/2026',
    facts: [['Hari', 'Rabu, 15 Juli 2026']],
    text: 'Isi surat.',
    rows: [['1', 'Sarinem', 'Rp1.500.000']],
    signatures: [{ role: 'Kepala Desa', name: 'Suryo', place: 'Karang Asri, 15 Juli 2026' }],
    ...content,
  },
});

/** Points of the first page. */
const mediaBox = (pdf: Buffer): number[] =>
  (/\/MediaBox\s*\[([^\]]+)\]/.exec(pdf.toString('latin1'))?.[1] ?? '').trim().split(/\s+/).map(Number);
const millimetres = (points: number | undefined) => Math.round(((points ?? 0) * 25.4) / 72);

test('a letter holds its head, number, table, signature and page numbers', async () => {
  const [first, second] = pdfPages(await renderPdf(SAMPLE, letter()));
  for (const words of [
    'PEMERINTAH KABUPATEN TIRTA RUKUN',
    'DINAS SOSIAL',
    'BERITA ACARA',
    'Nomor: 400.9/1/BA/2026',
    'Rp1.500.000',
    'Suryo',
    'Halaman 1 dari 2',
  ])
    expect(first).toContain(words);
  expect(second).toContain('LAMPIRAN');
  expect(first).not.toContain('DATA CONTOH');
});

test('what was typed is printed literally, whatever it says', async () => {
  const typed = '#panic("x") *tebal* $x^2$ #read("/package.json") \\ @ref <label> // bukan komentar';
  const [first] = pdfPages(await renderPdf(SAMPLE, letter({ text: typed })));
  expect(first?.replaceAll(/[“”]/g, '"')).toContain(typed);
});

test('no template evaluates a string, reads a file or fetches a package', () => {
  const templates = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.typ'),
  );
  expect(templates.length).toBeGreaterThan(1);
  for (const name of templates) {
    const text = readFileSync(join(projectRoot, 'src', name), 'utf8').replace(/\/\/.*$/gm, '');
    expect(text, name).not.toMatch(/\beval\s*\(|\bread\s*\(|\bplugin\s*\(|@preview/);
  }
});

test('the demo says DATA CONTOH on every page; F4 and A4 are their sizes', async () => {
  const f4 = await renderPdf(SAMPLE, letter({}, { demo: true }));
  for (const page of pdfPages(f4)) expect(page.split('DATA CONTOH').length - 1).toBeGreaterThanOrEqual(2);
  expect(mediaBox(f4).map(millimetres)).toEqual([0, 0, 215, 330]);
  const a4 = await renderPdf(SAMPLE, letter({}, { paper: 'A4' }));
  expect(mediaBox(a4).map(millimetres)).toEqual([0, 0, 210, 297]);
});

test('the same document at the same instant has the same bytes, and is PDF/A-2b', async () => {
  const [one, two] = await Promise.all([renderPdf(SAMPLE, letter()), renderPdf(SAMPLE, letter())]);
  expect(one.equals(two)).toBe(true);
  const text = one.toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
});

test('a missing field is a fault that names the template, and the next document still renders', async () => {
  await expect(renderPdf(SAMPLE, { ...letter(), content: {} })).rejects.toThrow(/sample\.typ/);
  expect(pdfPages(await renderPdf(SAMPLE, letter()))[0]).toContain('Isi surat.');
});

test('a table of 400 rows runs over pages and repeats its heading', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => [String(at + 1), `Nama ${at + 1}`, 'Rp1']);
  const pages = pdfPages(await renderPdf(SAMPLE, letter({ rows })));
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.slice(0, -2).every((page) => page.includes('No. Nama Jumlah'))).toBe(true);
  expect(pages.join(' ')).toContain('Nama 400');
});

test('a frame falls back to the name of the agency and to F4', () => {
  expect(frameOf({ name: 'Dinas Sosial Kota X', isDemo: true, letterHead: {}, settings: { kertas: 'A4' } })).toEqual({
    letterHead: { pemerintah: '', dinas: 'Dinas Sosial Kota X', alamat: '', telepon: '' },
    paper: 'A4',
    demo: true,
  });
  expect(frameOf({ name: 'x', isDemo: false, letterHead: { pemerintah: 7 }, settings: {} }).paper).toBe('F4');
});

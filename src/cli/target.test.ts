import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run as score } from './score.ts';
import { run as target } from './target.ts';

let folder: string;
let told: string;
const at = (name: string): string => join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rukun-target-'));
  told = '';
  for (const stream of [process.stderr, process.stdout])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      told += String(text);
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const PROGRAMMES = {
  seed: '9f2c',
  schema: {
    family: { desil: { type: 'integer', min: 1, max: 10 }, lantai: { type: 'enum', values: ['tanah', 'lain'] } },
    member: { umur: { type: 'integer', unit: 'tahun' }, hamil: { type: 'boolean' } },
  },
  programmes: [
    {
      id: 'sembako',
      benefit: '2400000',
      ceiling: '5000000',
      maxCount: 5000,
      exclusiveGroup: 'pangan',
      quota: { '36.71': 400, '36.71.01': 1 },
      floor: { '36.71.02': 1 },
      tier: ['ada anggota dengan (umur >= 60)'],
      rules: [{ kind: 'syarat', expr: 'desil <= 4', reason: 'sasaran', basis: 'Juknis ps. 3' }],
    },
  ],
};
const FAMILIES =
  'id,area,score,desil,lantai\nK3,36.71.02.1001,7.5,4,lain\nK1,36.71.01.1001,2,1,tanah\nK2,36.71.01.1002,1,2,\nK4,36.71.02.1001,9,,\nK5,36.71.02.1001,1,9,\n';
const MEMBERS = 'family_id,umur,hamil\nK1,65,tidak\nK2,30,ya\nK3,40,\n';

const targetArgs = (families = FAMILIES, members = MEMBERS, programmes: unknown = PROGRAMMES): string[] => [
  '--families',
  write('families.csv', families),
  '--members',
  write('members.csv', members),
  '--programmes',
  write('programmes.json', typeof programmes === 'string' ? programmes : JSON.stringify(programmes)),
  '--out',
  at('out'),
];

test('selection.csv and report.json from files alone', async () => {
  expect(await target(targetArgs())).toBe(0);
  expect(readFileSync(at('out/selection.csv'), 'utf8')).toBe(
    [
      'programme,family,verdict,tier,rank,ticket,admitted,binding',
      'sembako,K1,ya,0,1,0000000000000000,ya,',
      'sembako,K2,ya,1,2,0000000000000001,tidak,kuota:36.71.01',
      'sembako,K3,ya,1,3,0000000000000002,ya,',
      'sembako,K4,belum,1,,0000000000000003,tidak,belum:1',
      'sembako,K5,tidak,1,,0000000000000004,tidak,syarat:1',
      '',
    ].join('\n'),
  );
  const report = JSON.parse(readFileSync(at('out/report.json'), 'utf8'));
  expect(report.programmes[0]).toMatchObject({
    admitted: 2,
    spent: '4800000',
    unspent: '200000',
    unmet: { eligible: { families: 1, rupiah: '2400000' } },
  });
  expect(Object.keys(report.inputs)).toEqual(['families', 'members', 'programmes']);
  expect(readdirSync(folder).sort()).toEqual(['families.csv', 'members.csv', 'out', 'programmes.json']);
});

test('the same files give the same bytes, and an existing folder is replaced as a whole', async () => {
  mkdirSync(at('out'));
  write('out/catatan.txt', 'milik orang lain');
  await target(targetArgs());
  const first = readFileSync(at('out/selection.csv'));
  const shuffled = FAMILIES.trimEnd().split('\n');
  await target(targetArgs([shuffled[0], ...shuffled.slice(1).reverse(), ''].join('\n')));
  expect(readFileSync(at('out/selection.csv'))).toEqual(first);
  expect(readFileSync(at('out/catatan.txt'), 'utf8')).toBe('milik orang lain');
});

test.each([
  ['id,area,score,desil\n', MEMBERS, PROGRAMMES, 'kolom "lantai" tidak ada'],
  ['id,area,score,desil,lantai\n', MEMBERS, PROGRAMMES, 'tidak ada satu keluarga pun'],
  ['', MEMBERS, PROGRAMMES, 'berkas kosong'],
  [
    FAMILIES.replace(',4,lain', ',40,lain'),
    MEMBERS,
    PROGRAMMES,
    'families.csv baris 2: kolom desil berisi "40"; isi bilangan bulat 1 sampai 10',
  ],
  [FAMILIES.replace('tanah', 'marmer'), MEMBERS, PROGRAMMES, 'pilihannya: tanah, lain'],
  [FAMILIES.replace('7.5', '7,5'), MEMBERS, PROGRAMMES, 'bukan CSV yang utuh'],
  [FAMILIES.replace('7.5', 'tujuh'), MEMBERS, PROGRAMMES, 'kolom score berisi "tujuh"'],
  [FAMILIES.replace('K1,', 'K3,'), MEMBERS, PROGRAMMES, 'sudah ada di baris lain'],
  [FAMILIES.replace('36.71.02.1001,7.5', 'Kel. Larangan,7.5'), MEMBERS, PROGRAMMES, 'isi kode wilayah'],
  [FAMILIES, `${MEMBERS}K9,3,\n`, PROGRAMMES, 'members.csv baris 5: family_id "K9"'],
  [FAMILIES, MEMBERS.replace(',ya', ',mungkin'), PROGRAMMES, 'isi ya atau tidak'],
  [FAMILIES, MEMBERS, '{"schema":', 'bukan JSON yang utuh'],
  [FAMILIES, MEMBERS, { ...PROGRAMMES, programmes: [] }, 'belum ada program'],
])(
  'bad input ends with exit code 2, a sentence, and nothing written (%#)',
  async (families, members, programmes, sentence) => {
    expect(await target(targetArgs(families, members, programmes))).toBe(2);
    expect(told).toContain(sentence);
    expect(existsSync(at('out'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['families.csv', 'members.csv', 'programmes.json']);
  },
);

test('missing and unknown options, a missing file', async () => {
  expect(await target([])).toBe(2);
  expect(told).toContain('harus diisi');
  expect(await target(['--famlies', 'x'])).toBe(2);
  expect(told).toContain('Pemakaian: rukun target');
  expect(
    await target([
      '--families',
      at('none.csv'),
      '--programmes',
      write('p.json', JSON.stringify(PROGRAMMES)),
      '--out',
      at('out'),
    ]),
  ).toBe(2);
  expect(told).toContain('tidak ditemukan');
  expect(await score(['--help'])).toBe(0);
});

const CARD = {
  id: 'card-1',
  indicators: [{ column: 'floor', answers: { earth: 0, other: 6 }, byArea: { '31': { earth: 2, other: 6 } } }],
  likelihood: { lines: ['national'], table: [{ from: 0, to: 4, values: [93.1] }] },
};
const scoreArgs = (households: string, card: unknown = CARD): string[] => [
  '--card',
  write('card.json', JSON.stringify(card)),
  '--in',
  write('households.csv', households),
  '--out',
  at('scores.csv'),
];

test('rukun score: points, likelihood per line, and the missing indicator', async () => {
  expect(await score(scoreArgs('id;area;floor\nA;36.71;earth\nB;31.01;earth\nC;36.71;other\nD;36.71;\n'))).toBe(0);
  expect(readFileSync(at('scores.csv'), 'utf8')).toBe(
    'id,score,national,missing\nA,0,93.1,\nB,2,93.1,\nC,6,,\nD,belum diketahui,,floor\n',
  );
});

test.each([
  ['id,area,floor\nA,36,mars\n', CARD, 'households.csv baris 2: jawaban "mars"'],
  ['id,floor\nA,earth\n', CARD, 'kolom "area" tidak ada'],
  ['id,area,floor\nA,36,earth\nA,36,earth\n', CARD, 'sudah ada di baris lain'],
  ['id,area,floor\n', CARD, 'tidak ada satu rumah tangga pun'],
  ['id,area,floor\nA,36,earth\n', { id: 'x', indicators: [] }, 'belum ada indikator'],
])('rukun score refuses bad input and writes nothing (%#)', async (households, card, sentence) => {
  expect(await score(scoreArgs(households, card))).toBe(2);
  expect(told).toContain(sentence);
  expect(readdirSync(folder).sort()).toEqual(['card.json', 'households.csv']);
});

test('scores feed the selection as they are', async () => {
  await score(scoreArgs('id,area,floor\nA,36.71,earth\nB,36.71,\n'));
  const families = readFileSync(at('scores.csv'), 'utf8').replace(/^(\w+),([^,]+).*$/gm, (_, id, s) =>
    id === 'id' ? 'id,area,score,desil,lantai' : `${id},36.71,${s},1,`,
  );
  expect(await target(targetArgs(families, 'family_id,umur,hamil\n'))).toBe(0);
  expect(readFileSync(at('out/selection.csv'), 'utf8')).toContain('sembako,B,ya,1,,0000000000000001,tidak,skor');
});

test('the files run as programs, with Node alone', () => {
  const [card, , households] = scoreArgs('id,area,floor\nA,36.71,earth\n')
    .filter((a) => !a.startsWith('--'))
    .concat('');
  const source = `const { run } = await import(${JSON.stringify(join(import.meta.dirname, 'score.ts'))}); process.exitCode = await run(process.argv.slice(1));`;
  const args = [
    '--input-type=module',
    '-e',
    source,
    '--',
    '--card',
    card!,
    '--in',
    at('households.csv'),
    '--out',
    at('scores.csv'),
  ];
  execFileSync(process.execPath, args, { cwd: join(import.meta.dirname, '../..'), stdio: 'ignore' });
  expect(readFileSync(at('scores.csv'), 'utf8')).toContain('A,0,93.1,');
  expect(households).toBeDefined();
});

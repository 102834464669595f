import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { run } from './link.ts';

const home = mkdtempSync(join(tmpdir(), 'rukun-link-'));
afterAll(() => rmSync(home, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(home, name), text);
  return join(home, name);
};
const schema = file(
  'schema.json',
  JSON.stringify({
    id: 'rid',
    delimiter: '\t',
    household: true,
    fields: [
      { column: 'name', role: 'name' },
      { column: 'mother', role: 'mother_name' },
      { column: 'dob', role: 'birth_date', format: 'DD/MM/YYYY' },
      { column: 'sex', role: 'sex', values: { L: 'male', P: 'female' } },
      { column: 'nik', role: 'nik' },
      { column: 'village', role: 'area' },
    ],
  }),
);
const HEADER = 'rid\tname\tmother\tdob\tsex\tnik\tvillage';
const SARINEM = '1\tSARINEM ALM KASAN\tTUKIYEM\t07/08/1954\tP\t0990101200300017\t99.01.01.2001';
const AGAIN = '2\tSarinem\tTukijem\t07/08/1954\tP\t9901014708540003\t99.01.01.2001';
const BUDI = '3\tBUDI SANTOSO\tSRI WAHYUNI\t01/03/1990\tL\t9901010103900001\t99.01.01.2002';

const quiet = async (argv: string[]): Promise<{ code: number; said: string }> => {
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  const code = await run([...argv, '--quiet']);
  spy.mockRestore();
  return { code, said: said.join('') };
};
const lines = (path: string) => readFileSync(join(home, path), 'utf8').trim().split('\n');

test('links a table and measures it against the truth; bad rows are named, not fatal', async () => {
  const input = file(
    'people.tsv',
    [HEADER, SARINEM, AGAIN, BUDI, '4\ttoo short', '\tTANPA ID\t\t\t\t\t', ''].join('\n'),
  );
  const truth = file('truth.csv', 'id,entity\n1,A\n2,A\n3,B\n');
  const { code, said } = await quiet(['--schema', schema, '--in', input, '--truth', truth, '--out', join(home, 'out')]);
  expect(code).toBe(0);
  expect(said).toContain('baris 5: ada 2 kolom, seharusnya 7');
  expect(lines('out/pairs.csv')[0]).toBe(
    'id_a,id_b,probability,band,weight_name,weight_mother_name,weight_birth_date,weight_national_id,weight_area,weight_sex',
  );
  expect(lines('out/pairs.csv')[1]).toMatch(/^1,2,0\.9\d*,(pasti|mungkin),/);
  expect(lines('out/clusters.csv')).toEqual(['id,cluster', '1,1', '2,1', '3,3']);
  const report = JSON.parse(readFileSync(join(home, 'out/report.json'), 'utf8'));
  expect(report.inputs[0]).toMatchObject({ rows: 3, badRows: 2 });
  expect(report.quality.clusters).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  expect(report.peakMemoryMb).toBeGreaterThan(0);
  expect(report.model.components.length).toBeGreaterThan(2);
});

test('two inputs link across, and the model of a report can be used again', async () => {
  const a = file('a.tsv', [HEADER, SARINEM, BUDI].join('\n'));
  const b = file('b.tsv', [HEADER, AGAIN, SARINEM.replace(/^1/, '9')].join('\n'));
  expect(
    (
      await quiet([
        '--schema',
        schema,
        '--in',
        a,
        '--in',
        b,
        '--out',
        join(home, 'across'),
        '--model',
        join(home, 'out/report.json'),
      ])
    ).code,
  ).toBe(0);
  const pairs = lines('across/pairs.csv')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join());
  expect(pairs.sort()).toEqual(['1,2', '1,9']);
  expect(lines('across/clusters.csv')).toEqual(['id,cluster,input', '1,1,1', '3,3,1', '2,1,2', '9,1,2']);
});

test.each<[string, string[], string]>([
  ['no input', ['--schema', schema, '--out', home], '--in'],
  ['no such file', ['--schema', schema, '--in', join(home, 'none.csv'), '--out', home], 'tidak ada'],
  ['an unknown option', ['--skema', schema], 'skema'],
  ['a wrong least probability', ['--schema', schema, '--in', schema, '--out', home, '--from', '2'], '--from'],
])('wrong words end with 2 and say why: %s', async (_, argv, message) => {
  const { code, said } = await quiet(argv);
  expect(code).toBe(2);
  expect(said).toContain(message);
});

test('a wrong schema or header ends with 2 and names the key or column', async () => {
  const bad = file('bad.json', JSON.stringify({ id: 'rid', fields: [{ column: 'name', role: 'nama' }] }));
  const input = file('other.tsv', 'rid\tnama\n1\tSITI\n');
  expect(await quiet(['--schema', bad, '--in', input, '--out', home])).toMatchObject({
    code: 2,
    said: expect.stringContaining('peran "nama" tidak dikenal'),
  });
  const header = await quiet(['--schema', schema, '--in', input, '--out', home]);
  expect(header.code).toBe(2);
  expect(header.said).toContain('kolom "name", "mother"');
});

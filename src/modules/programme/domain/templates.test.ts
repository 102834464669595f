import { expect, test } from 'vitest';
import { checkTerms } from './check-terms.ts';
import { TEMPLATES } from './templates.ts';
import { findCaseFaults, judgeCases } from './test-case.ts';

const TODAY = '2026-07-01';

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s: the terms can be computed, and every example family gets its verdict',
  (_, { terms, cases }) => {
    expect(checkTerms(terms, TODAY).filter((p) => p.level === 'error')).toEqual([]);
    expect(cases.flatMap(findCaseFaults)).toEqual([]);
    const found = judgeCases(terms, cases, TODAY).map(({ verdict }, i) => `${cases[i]!.name}: ${verdict}`);
    expect(found).toEqual(cases.map(({ name, expected }) => `${name}: ${expected}`));
    expect(new Set(cases.map((one) => one.expected)).size).toBeGreaterThan(1);
    for (const rule of terms.rules) expect(rule.reason.length * rule.basis.length).toBeGreaterThan(0);
  },
);

test('a changed rule fails the example it was kept for, and says by which row', () => {
  const { terms, cases } = TEMPLATES.find((template) => template.id === 'sembako')!;
  const rules = terms.rules.map((rule) => (rule.expr === 'desil <= 5' ? { ...rule, expr: 'desil <= 4' } : rule));
  const [atLimit] = judgeCases({ ...terms, rules }, cases, TODAY);
  expect(atLimit).toEqual({ verdict: 'tidak', why: ['Baris 1 tidak terpenuhi: desil paling banyak 4.'] });
});

test('what does not fit in an example is named, and what follows from other answers cannot be filled in', () => {
  expect(
    findCaseFaults({ family: { desil: 11, jumlah_anggota: 3 }, members: [{ umur: 40 }, { pekerjaan: 'penyihir' }] }),
  ).toEqual([
    'Keluarga, desil: isi bilangan bulat 1 sampai 10.',
    'Keluarga: isian "jumlah_anggota" tidak dikenal.',
    expect.stringContaining('Anggota 2, pekerjaan: pilihannya: tidak_bekerja'),
  ]);
});

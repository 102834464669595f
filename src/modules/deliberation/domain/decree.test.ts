import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '#kernel/refusal.ts';
import { type DecreeAct, type DecreeLife, decideDecree, type ParafStep } from './decree.ts';
import { writeLetterNumber } from './letter-number.ts';
import { DEFAULT_CHAIN, resolveChain } from './paraf-chain.ts';

const step = (position: string, given: ParafStep['given'] = null): ParafStep => ({
  positionId: position,
  position,
  given,
});
const given = { holder: 'Bu Ningsih', kind: 'definitif', at: '2026-07-15T04:00:00.000Z' } as const;
const draft: DecreeLife = { state: 'rancangan', paraf: [step('kabid'), step('sekretaris')], draftedOn: '2026-07-10' };
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
  return 'none';
};
const at = new Date('2026-07-15T04:00:00Z');
const paraf = (...positions: string[]): DecreeAct => ({
  act: 'paraf',
  at,
  positions: positions.map((positionId) => ({ positionId, holder: 'x', kind: 'plt' })),
});
const sign = (changed: Partial<Extract<DecreeAct, { act: 'sign' }>> = {}): DecreeAct => ({
  act: 'sign',
  number: '400.9/14/2026',
  onDate: '2026-07-15',
  today: '2026-07-15',
  ...changed,
});

test('initials are given in the order of the chain, by the holder of the position', () => {
  expect(codeOf(() => decideDecree(draft, paraf('sekretaris')))).toBe('sk.paraf_bukan_giliran');
  const one = decideDecree(draft, paraf('kabid'));
  expect(one.state).toBe('paraf');
  expect(one.paraf[0]?.given).toEqual({ holder: 'x', kind: 'plt', at: at.toISOString() });
  const two = decideDecree({ ...draft, ...one }, paraf('sekretaris'));
  expect(two.paraf.every((one) => one.given)).toBe(true);
  expect(codeOf(() => decideDecree({ ...draft, ...two }, paraf('sekretaris')))).toBe('sk.paraf_lengkap');
});

test('a signature needs all initials, a number and a possible date', () => {
  const ready: DecreeLife = { ...draft, state: 'paraf', paraf: [step('kabid', given), step('sekretaris', given)] };
  expect(codeOf(() => decideDecree(draft, sign()))).toBe('sk.paraf_kurang');
  expect(codeOf(() => decideDecree(ready, sign({ number: '  ' })))).toBe('sk.tanpa_nomor');
  expect(codeOf(() => decideDecree(ready, sign({ onDate: '2026-07-16' })))).toBe('sk.tanggal_depan');
  expect(codeOf(() => decideDecree(ready, sign({ onDate: '2026-07-09' })))).toBe('sk.tanggal_sebelum_rancangan');
  expect(decideDecree(ready, sign()).state).toBe('ditandatangani');
  expect(decideDecree({ ...draft, paraf: [] }, sign()).state).toBe('ditandatangani');
});

test('no sequence of acts reaches berlaku without every initial and a signature, and nothing leaves dicabut', () => {
  const acts = fc.array(
    fc.constantFrom<DecreeAct>(
      paraf('kabid'),
      paraf('sekretaris'),
      paraf('lain'),
      sign(),
      sign({ number: '' }),
      { act: 'putInForce' },
      { act: 'end', reason: 'salah susun daftar' },
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(acts, (sequence) => {
      let life = draft;
      let signed = false;
      let ended = false;
      for (const act of sequence) {
        try {
          const next = decideDecree(life, act);
          expect(ended).toBe(false);
          if (act.act === 'sign') signed = true;
          if (act.act === 'end') ended = true;
          life = { ...life, ...next };
        } catch (error) {
          if (!isRefusal(error)) throw error;
        }
        if (life.state === 'berlaku') expect(signed && life.paraf.every((one) => one.given)).toBe(true);
        if (ended) expect(life.state).toBe('dicabut');
      }
    }),
  );
});

test('a chain names positions or levels; an absent position is a refusal, not a gap', () => {
  const positions = [
    { id: 'p1', name: 'Kepala Bidang A', level: 'kabid', bidang: 'a' },
    { id: 'p2', name: 'Kepala Bidang B', level: 'kabid', bidang: 'b' },
    { id: 'p3', name: 'Sekretaris', level: 'sekretaris', bidang: null },
  ];
  expect(resolveChain(['kabid', 'p3'], positions, 'b').map((one) => one.position)).toEqual([
    'Kepala Bidang B',
    'Sekretaris',
  ]);
  expect(codeOf(() => resolveChain(DEFAULT_CHAIN.penetapan, positions, null))).toBe('sk.paraf_tanpa_jabatan');
});

test('a letter number is unique by class, number and year, whatever the pattern', () => {
  const wanted = { no: 7, class: 'BA-MUSDES', on: '2026-07-15' };
  expect(writeLetterNumber(undefined, wanted)).toBe('007/BA-MUSDES/VII/2026');
  expect(writeLetterNumber('400.9.2/{no}/{kelas}/{tahun}', wanted)).toBe('400.9.2/007/BA-MUSDES/2026');
  expect(writeLetterNumber('selalu sama', wanted)).toBe('007/BA-MUSDES/VII/2026');
  expect(writeLetterNumber('{no}', wanted)).toBe('007/BA-MUSDES/VII/2026');
});

import { expect, test } from 'vitest';
import { readPastedQuota } from './read-quota.ts';

const AREAS = [
  { id: 1, kode: '99.01.01.2003', label: 'Desa Karang Asri, Tirta Makmur', kind: 'desa' },
  { id: 2, kode: '99.01.02.2001', label: 'Desa Sumber Rejo, Tirta Jaya', kind: 'desa' },
  { id: 3, kode: '99.01.03.2001', label: 'Desa Sumber Rejo, Sepakat', kind: 'desa' },
];

test('codes and names are read as Excel pastes them', () => {
  expect(readPastedQuota('99.01.01.2003\t4\r\n9901022001;1.200\n', AREAS)).toEqual({
    quota: [
      { areaId: 1, quota: 4 },
      { areaId: 2, quota: 1200 },
    ],
    unknown: [],
  });
  expect(readPastedQuota('KARANG ASRI\t7', AREAS).quota).toEqual([{ areaId: 1, quota: 7 }]);
});

test('a name two places bear, a heading and a line without number come back', () => {
  expect(readPastedQuota('Desa\tKuota\nSumber Rejo\t3\nKarang Asri', AREAS)).toEqual({
    quota: [],
    unknown: ['Desa\tKuota', 'Sumber Rejo\t3', 'Karang Asri'],
  });
});

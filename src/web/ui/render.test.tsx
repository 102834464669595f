import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DataTable } from './DataTable.tsx';
import { FactList } from './FactList.tsx';
import { MaskedNik } from './MaskedNik.tsx';
import { Money } from './Money.tsx';
import { OldNewTable } from './OldNewTable.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { Timeline } from './Timeline.tsx';

const render = (node: ReactNode) => renderToStaticMarkup(<MantineProvider>{node}</MantineProvider>);
type Row = { id: string; name: string; n: number | null };
const table = (rows: Row[]) => (
  <DataTable
    caption="Penerima"
    rows={rows}
    rowKey={(row) => row.id}
    onOpen={() => {}}
    columns={[
      { key: 'name', header: 'Nama', cell: (row) => row.name },
      { key: 'n', header: 'Jumlah', unit: 'keluarga', isNumber: true, cell: (row) => row.n },
    ]}
  />
);

test('an empty table says "belum ada data", an unknown cell "belum diketahui", and zero is zero', () => {
  expect(render(table([]))).toContain('belum ada data');
  const html = render(
    table([
      { id: '1', name: 'Siti', n: null },
      { id: '2', name: 'Budi', n: 0 },
    ]),
  );
  expect(html).toContain('belum diketahui');
  expect(html).not.toContain('belum ada data');
  expect(html).toMatch(/<td[^>]*>0<\/td>/);
  expect(html).toContain('(keluarga)');
});

test('one row is the Tab stop, the others are reached by J and K', () => {
  const html = render(table(['a', 'b', 'c'].map((id) => ({ id, name: id, n: 1 }))));
  expect(html.match(/tabindex="0"/g)).toHaveLength(1);
  expect(html.match(/tabindex="-1"/g)).toHaveLength(2);
});

test('a status is a word beside an icon', () => {
  expect(render(<StatusBadge kind="tindakan">Lewat 2 hari</StatusBadge>)).toMatch(/<svg.*<\/svg>Lewat 2 hari/);
});

test('an amount keeps every digit, and an unknown one is not zero', () => {
  expect(render(<Money amount="14715566938123456" />)).toContain('Rp14.715.566.938.123.456');
  expect(render(<Money amount="-5000" isBare />)).toContain('-5.000');
  expect(render(<Money amount={null} />)).toContain('belum diketahui');
});

test('a NIK stands masked in groups of four, with a reveal that says it is logged', () => {
  const html = render(
    <MaskedNik masked="9901••••••••0003" label="NIK Sarinem" reveal={async () => '9901014708540003'} />,
  );
  expect(html).toContain('9901 •••• •••• 0003');
  expect(html).toContain('Tampilkan (dicatat)');
  expect(render(<MaskedNik masked="9901••••••••0003" label="NIK" />)).not.toContain('button');
});

test('facts, changes and steps say in words what their marks say', () => {
  expect(render(<FactList facts={[{ label: 'Pekerjaan', value: null }]} />)).toContain('belum diketahui');
  const changes = render(
    <OldNewTable
      caption="Perubahan"
      changes={[{ key: 'l', label: 'Lantai', old: 'Keramik', now: 'Tanah', isChanged: true }]}
    />,
  );
  expect(changes).toContain('(berubah)');
  expect(render(<Timeline steps={[{ key: '1', title: 'Kunjungan', state: 'now' }]} />)).toMatch(
    /aria-current="step".*\(sekarang\)/,
  );
});

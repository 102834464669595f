import { NativeSelect } from '@mantine/core';
import { formatRupiah } from '#kernel/rupiah.ts';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';

/** The budget line a programme stands on, of this year or the next: lists may be made in the year before. */
export const LineSelect = ({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) => {
  const t = useText({
    id: {
      label: 'Baris anggaran',
      none: 'belum ditunjuk',
      left: (name: string, left: string) => `${name}, sisa ${left}`,
    },
    en: { label: 'Budget line', none: 'none yet', left: (name: string, left: string) => `${name}, left ${left}` },
  });
  const year = new Date().getFullYear();
  const [now, next] = [
    useGet('/api/budget/line', { query: { year } }),
    useGet('/api/budget/line', { query: { year: year + 1 } }),
  ];
  const lines = [...(now.data?.items ?? []), ...(next.data?.items ?? [])];
  return (
    <NativeSelect
      label={t.label}
      data={[
        { value: '', label: t.none },
        ...lines.map((line) => ({
          value: line.id,
          label: t.left(
            `${line.subKegiatanName} (${line.fundSource} ${line.year})`,
            formatRupiah(BigInt(line.tersisa)),
          ),
        })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
};

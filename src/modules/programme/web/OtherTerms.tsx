import { formatDate } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { FactList } from '#web/ui/FactList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { Section } from '#web/ui/Section.tsx';
import { TIES } from '../domain/tie-order.ts';

type ProgrammeView = ReplyOf<'GET /api/programme/:id'>;

const texts = {
  id: {
    terms: 'Ketentuan lain',
    benefit: 'Bantuan',
    goods: 'Barang atau layanan',
    cost: 'Harga per penerima',
    unit: 'Satuan',
    units: { orang: 'orang', keluarga: 'keluarga' },
    most: 'Jumlah terbanyak',
    noLimit: 'tanpa batas selain dana dan kuota',
    ties: 'Bila urutan sama',
    unknown: 'Bila desil belum diketahui',
    excluded: 'dikecualikan dengan tugas',
    nine: (n: number | null) => `dinilai sembilan kriteria, paling sedikit ${n ?? '?'}`,
    hold: 'Tempat ditahan sampai',
    noHold: 'tidak ditahan',
    quota: 'Kuota',
    quotas: (n: number, total: number) => `${n} wilayah, seluruhnya ${total}`,
    noQuota: 'tanpa kuota wilayah',
    juknis: 'Juknis',
    second: 'Orang kedua di atas',
    group: 'Tidak boleh dirangkap',
    groupOf: (name: string) => `dengan program lain dalam kelompok "${name}" pada tahun yang sama`,
    noGroup: 'boleh diterima bersama program apa pun',
  },
  en: {
    terms: 'Other terms',
    benefit: 'Benefit',
    goods: 'Goods or service',
    cost: 'Cost for each',
    unit: 'Unit',
    units: { orang: 'person', keluarga: 'family' },
    most: 'Largest number',
    noLimit: 'no limit but money and quotas',
    ties: 'When the order is equal',
    unknown: 'When desil is unknown',
    excluded: 'left out with a task',
    nine: (n: number | null) => `judged by the nine criteria, at least ${n ?? '?'}`,
    hold: 'Places held until',
    noHold: 'not held',
    quota: 'Quota',
    quotas: (n: number, total: number) => `${n} areas, ${total} in all`,
    noQuota: 'no area quota',
    juknis: 'Juknis',
    second: 'Second person above',
    group: 'May not be combined',
    groupOf: (name: string) => `with another programme of the group “${name}” in the same year`,
    noGroup: 'may be received together with anything',
  },
};

/** What a programme's terms say beside their rules. */
export const OtherTerms = ({ programme }: { programme: ProgrammeView }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { terms } = programme;
  const total = terms.quota.reduce((sum, q) => sum + q.quota, 0);
  return (
    <Section title={t.terms}>
      <FactList
        facts={[
          ...(terms.goods
            ? [{ label: t.goods, value: `${terms.goods.quantity} ${terms.goods.unit} ${terms.goods.item}` }]
            : []),
          {
            label: terms.goods ? t.cost : t.benefit,
            value: <Money amount={terms.benefit} />,
            source: terms.period,
          },
          { label: t.unit, value: t.units[terms.targetUnit] },
          { label: t.most, value: terms.maxCount ?? t.noLimit },
          { label: t.quota, value: terms.quota.length > 0 ? t.quotas(terms.quota.length, total) : t.noQuota },
          { label: t.ties, value: terms.tieOrder.map((id) => TIES[id].words[language]).join(', ') },
          {
            label: t.unknown,
            value: terms.unknownPolicy === 'kecualikan_dengan_tugas' ? t.excluded : t.nine(terms.criteriaLeast),
          },
          { label: t.hold, value: terms.holdUntil === null ? t.noHold : formatDate(terms.holdUntil, { language }) },
          { label: t.group, value: terms.exclusiveGroup === null ? t.noGroup : t.groupOf(terms.exclusiveGroup) },
          { label: t.second, value: <Money amount={programme.secondPersonAbove} /> },
          {
            label: t.juknis,
            value: terms.juknis === '' ? null : <span style={{ whiteSpace: 'pre-line' }}>{terms.juknis}</span>,
          },
        ]}
      />
    </Section>
  );
};

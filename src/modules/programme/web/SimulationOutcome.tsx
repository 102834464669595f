import { memo, useDeferredValue } from 'react';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ClassTable } from './ClassTable.tsx';
import { DesaFigure } from './DesaFigure.tsx';
import { type FamilyLine, FamilyLines } from './FamilyLines.tsx';
import { Marginal } from './Marginal.tsx';
import { MoneyBar } from './MoneyOfList.tsx';
import styles from './SimulationPage.module.css';
import { TileMap } from './TileMap.tsx';
import type { Against, Outcome } from './use-simulation.ts';

type View = ReplyOf<'GET /api/programme/:id'>;

const texts = {
  id: {
    money: 'Hasil simulasi',
    inside: 'masuk',
    held: 'tempat ditahan',
    reserve: 'cadangan',
    full: 'kuota wilayah penuh',
    unknown: 'belum diketahui',
    noDesil: 'tanpa desil, dikecualikan',
    need: (wanted: string, ceiling: string) =>
      `Semua yang memenuhi syarat perlu ${wanted}; dana daftar ini ${ceiling}.`,
    cut: 'Garis batas',
    cutNote: (by: string) => `di bawah ini belum masuk, ${by}`,
    by: { pagu: 'dana habis', jumlah: 'jumlah terbanyak tercapai', none: 'tidak ada yang tertahan dana' },
    list: 'Di sekitar garis batas',
    above: 'Sepuluh terakhir di atas garis batas',
    below: 'Sepuluh pertama di bawah garis batas',
    noneBelow: 'Tidak ada keluarga di bawah garis batas.',
    noneAbove: 'Belum ada keluarga yang masuk.',
    changes: 'Perubahan',
    against: 'Dibandingkan dengan',
    againsts: { change: 'perubahan terakhir', saved: 'ketentuan tersimpan' },
    cameIn: (n: number, sum: string) => `Masuk: ${n} (${sum})`,
    wentOut: (n: number, sum: string) => `Keluar: ${n} (${sum})`,
    more: (n: number) => `dan ${n} lagi`,
    openTitle: (n: number) => `Belum diketahui dan dapat masuk: ${n}`,
    openNote:
      'Daftar belum bisa disiapkan selama ini terbuka. Lengkapi datanya, tahan tempatnya sampai suatu tanggal, atau catat alasannya per keluarga.',
    heldTitle: (n: number) => `Tempat ditahan: ${n}`,
    heldNote: 'Dihitung dalam kuota dan dana sampai tanggalnya, sesudah itu diusulkan bagi cadangan.',
    missing: 'Data yang paling sering kurang',
    families: (n: number) => `${n} keluarga`,
    reserveTitle: 'Daftar cadangan',
    desa: 'Per desa/kelurahan',
    unmet: (eligible: number, cost: string, unknown: number, unknownCost: string) =>
      `Belum terlayani: ${eligible} keluarga memenuhi syarat (${cost}) dan ${unknown} keluarga belum diketahui (${unknownCost}).`,
  },
  en: {
    money: 'Result of the simulation',
    inside: 'in',
    held: 'held',
    reserve: 'reserve',
    full: 'area quota full',
    unknown: 'unknown',
    noDesil: 'no desil, left out',
    need: (wanted: string, ceiling: string) => `Everybody eligible needs ${wanted}; this list has ${ceiling}.`,
    cut: 'Cut line',
    cutNote: (by: string) => `below it not in, ${by}`,
    by: { pagu: 'the money is used up', jumlah: 'the largest number is reached', none: 'nobody is kept out by money' },
    list: 'Around the cut line',
    above: 'The last ten above the cut line',
    below: 'The first ten below the cut line',
    noneBelow: 'Nobody stands below the cut line.',
    noneAbove: 'Nobody is in yet.',
    changes: 'Changes',
    against: 'Compared with',
    againsts: { change: 'the last change', saved: 'the saved terms' },
    cameIn: (n: number, sum: string) => `Came in: ${n} (${sum})`,
    wentOut: (n: number, sum: string) => `Went out: ${n} (${sum})`,
    more: (n: number) => `and ${n} more`,
    openTitle: (n: number) => `Unknown and could enter: ${n}`,
    openNote:
      'The list cannot be prepared while this is open. Complete the facts, hold the places until a date, or record a reason for each.',
    heldTitle: (n: number) => `Held places: ${n}`,
    heldNote: 'Counted against quota and money until their date; then proposed for the reserve.',
    missing: 'Facts most often missing',
    families: (n: number) => `${n} families`,
    reserveTitle: 'Reserve list',
    desa: 'By desa/kelurahan',
    unmet: (eligible: number, cost: string, unknown: number, unknownCost: string) =>
      `Not served: ${eligible} eligible families (${cost}) and ${unknown} unknown (${unknownCost}).`,
  },
};
const rp = (digits: string): string => formatRupiah(BigInt(digits));

const Numbers = ({ outcome }: { outcome: Outcome }) => {
  const t = useText(texts);
  const { counts } = outcome;
  const numbers: [string, number][] = [
    [t.inside, counts.masuk],
    [t.held, counts.ditahan],
    [t.reserve, counts.cadangan],
    ...(counts.menungguKuota > 0 ? [[t.full, counts.menungguKuota] as [string, number]] : []),
    [t.unknown, counts.belum],
    ...(counts.tanpaDesil > 0 ? [[t.noDesil, counts.tanpaDesil] as [string, number]] : []),
  ];
  return (
    <dl className={styles.numbers}>
      {numbers.map(([label, n]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="number">{n.toLocaleString('id-ID')}</dd>
        </div>
      ))}
    </dl>
  );
};

const Names = ({ lines, total }: { lines: readonly FamilyLine[]; total: number }) => {
  const t = useText(texts);
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.familyId}>{`${line.name}, ${line.areaLabel.split(',')[0]}`}</li>
      ))}
      {total > lines.length && <li>{t.more(total - lines.length)}</li>}
    </ul>
  );
};

const Changes = ({
  benefit,
  outcome,
  against,
  onAgainst,
}: {
  benefit: bigint;
  outcome: Outcome;
  against: Against;
  onAgainst: (a: Against) => void;
}) => {
  const t = useText(texts);
  const { changes } = outcome;
  const sumOf = (families: number): string => formatRupiah(benefit * BigInt(families));
  return (
    <Section title={t.changes}>
      <FilterChips
        label={t.against}
        chips={(['change', 'saved'] as const).map((key) => ({ key, label: t.againsts[key] }))}
        value={against}
        onChange={onAgainst}
      />
      <div className={styles.changes} aria-live="polite">
        <div>
          <strong>{t.cameIn(changes.cameInCount, sumOf(changes.cameInCount))}</strong>
          <Names lines={changes.cameIn} total={changes.cameInCount} />
        </div>
        <div>
          <strong>{t.wentOut(changes.wentOutCount, sumOf(changes.wentOutCount))}</strong>
          <Names lines={changes.wentOut} total={changes.wentOutCount} />
        </div>
      </div>
    </Section>
  );
};

const AroundCut = ({ outcome, benefit }: { outcome: Outcome; benefit: bigint }) => {
  const t = useText(texts);
  return (
    <Section title={t.list} note={`${outcome.order} ${outcome.ties}`}>
      <Marginal outcome={outcome} benefit={benefit} />
      <div className={styles.list}>
        <FamilyLines caption={t.above} rows={outcome.above} empty={t.noneAbove} />
        <p className={styles.cut}>
          {t.cut} <span className="muted">{t.cutNote(t.by[outcome.closedBy ?? 'none'])}</span>
        </p>
        <FamilyLines caption={t.below} rows={outcome.below} empty={t.noneBelow} />
      </div>
    </Section>
  );
};

const UnknownParts = ({ outcome }: { outcome: Outcome }) => {
  const t = useText(texts);
  return (
    <>
      {outcome.openCount > 0 && (
        <Section title={t.openTitle(outcome.openCount)} note={t.openNote}>
          <FamilyLines caption={`${t.unknown} (${outcome.openCount})`} rows={outcome.open} />
        </Section>
      )}
      {outcome.held.length > 0 && (
        <Section title={t.heldTitle(outcome.counts.ditahan)} note={t.heldNote}>
          <FamilyLines caption={`${t.held} (${outcome.counts.ditahan})`} rows={outcome.held} />
        </Section>
      )}
      {outcome.openCount > 0 && outcome.missingFacts.length > 0 && (
        <p>
          {t.missing}:{' '}
          {outcome.missingFacts
            .slice(0, 5)
            .map((m) => `${m.fact} (${t.families(m.families)})`)
            .join(', ')}
          .
        </p>
      )}
    </>
  );
};

/** Figures and long tables: the same outcome, painted a frame after the list. */
const Behind = memo(({ view, benefit, outcome }: { view: View; benefit: bigint; outcome: Outcome }) => {
  const t = useText(texts);
  const { unmet } = outcome;
  return (
    <>
      <Section
        title={t.desa}
        note={t.unmet(
          unmet.eligible.families,
          rp(unmet.eligible.rupiah),
          unmet.unknown.families,
          rp(unmet.unknown.rupiah),
        )}
      >
        <TileMap rows={outcome.desa} areas={view.areas} placed={view.tiles} mayChange={view.mayChange} />
        <DesaFigure rows={outcome.desa} csvName="simulasi-per-desa" />
      </Section>
      <ClassTable outcome={outcome} benefit={benefit} />
      {outcome.reserve.length > 0 && (
        <Section title={t.reserveTitle}>
          <FamilyLines
            caption={`${t.reserve} (${outcome.counts.cadangan})`}
            rows={outcome.reserve}
            csv={{ name: 'cadangan' }}
          />
        </Section>
      )}
    </>
  );
});

/** What the list would be: money, the cut in the middle, who came in and went out, the unknown, per desa, the reserve. */
export const SimulationOutcome = ({
  view,
  benefit,
  outcome,
  against,
  onAgainst,
}: {
  view: View;
  benefit: bigint;
  outcome: Outcome;
  against: Against;
  onAgainst: (a: Against) => void;
}) => {
  const t = useText(texts);
  const { money } = outcome;
  // The numbers, the changes and the list at the cut are painted first; figures and long tables follow a frame later.
  const later = useDeferredValue(outcome);
  return (
    <>
      <Section title={t.money}>
        <MoneyBar money={money} />
        <Numbers outcome={outcome} />
        {BigInt(money.wanted) > BigInt(money.ceiling) && <p>{t.need(rp(money.wanted), rp(money.ceiling))}</p>}
        {outcome.warnings.map((sentence) => (
          <p key={sentence} className="muted">
            {sentence}
          </p>
        ))}
      </Section>
      <Changes benefit={benefit} outcome={outcome} against={against} onAgainst={onAgainst} />
      <UnknownParts outcome={outcome} />
      <AroundCut outcome={outcome} benefit={benefit} />
      <Behind view={view} benefit={benefit} outcome={later} />
    </>
  );
};

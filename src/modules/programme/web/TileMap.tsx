import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { ScrollRegion } from '#web/ui/ScrollRegion.tsx';
import { usePhone } from '#web/ui/use-media.ts';
import { layTiles } from '../domain/tile-map.ts';
import { TileFile } from './TileFile.tsx';
import styles from './TileMap.module.css';

type Area = ReplyOf<'GET /api/programme/:id'>['areas'][number];
type Tile = ReplyOf<'GET /api/programme/:id'>['tiles'][number];
type Row = { areaId: number; ya: number; masuk: number; ditahan: number; change: number };
const MEASURES = ['served', 'waiting', 'change'] as const;
type Measure = (typeof MEASURES)[number];

const texts = {
  id: {
    measure: 'Yang ditunjukkan',
    measures: { served: 'mendapat tempat', waiting: 'memenuhi syarat, belum terlayani', change: 'perubahan' },
    tile: (area: string, n: string, what: string) => `${area}: ${n} keluarga, ${what}`,
    none: 'tidak ada',
    lay: 'Atur susunan petak',
    legend: (from: number, to: number) => (from === to ? `${from}` : `${from} sampai ${to}`),
    map: 'Peta petak: satu petak satu desa/kelurahan, sama besar, dikelompokkan menurut kecamatan.',
  },
  en: {
    measure: 'What is shown',
    measures: { served: 'have a place', waiting: 'eligible, not served', change: 'change' },
    tile: (area: string, n: string, what: string) => `${area}: ${n} families, ${what}`,
    none: 'none',
    lay: 'Change the layout',
    legend: (from: number, to: number) => (from === to ? `${from}` : `${from} to ${to}`),
    map: 'Tile map: one tile of equal size for each desa/kelurahan, grouped by kecamatan.',
  },
};

const shortName = (label: string): string => (label.split(',')[0] ?? '').replace(/^(Desa|Kelurahan) /, '');
const measured: Record<Measure, (row: Row) => number> = {
  served: (row) => row.masuk + row.ditahan,
  waiting: (row) => Math.max(0, row.ya - row.masuk),
  change: (row) => row.change,
};
const SHADES = 4;
/** Shade 0 for nothing, else one of four of equal width; the number itself stands in the tile. */
const shadeOf = (n: number, most: number): number =>
  n === 0 ? 0 : Math.max(1, Math.ceil((SHADES * Math.abs(n)) / most));
const written = (n: number, measure: Measure): string =>
  `${measure === 'change' && n > 0 ? '+' : ''}${n.toLocaleString('id-ID')}`;

const Legend = ({ most }: { most: number }) => {
  const t = useText(texts);
  const shades = Array.from({ length: SHADES }, (_, i) => ({
    shade: i + 1,
    from: Math.floor((i * most) / SHADES) + 1,
    to: Math.floor(((i + 1) * most) / SHADES),
  })).filter(({ from, to }) => from <= to);
  return (
    <p className={styles.legend}>
      {[{ shade: 0, text: t.none }, ...shades.map((s) => ({ shade: s.shade, text: t.legend(s.from, s.to) }))].map(
        ({ shade, text }) => (
          <span key={shade}>
            <span className={`${styles.key} ${styles[`shade${shade}`]}`} aria-hidden="true" /> {text}
          </span>
        ),
      )}
    </p>
  );
};

/** Every desa as a tile of the same size with its number; the table of the same numbers stands below the page's figure. */
export const TileMap = ({
  rows,
  areas,
  placed,
  mayChange,
}: {
  rows: readonly Row[];
  areas: readonly Area[];
  placed: readonly Tile[];
  mayChange: boolean;
}) => {
  const t = useText(texts);
  const isPhone = usePhone();
  const [isLaying, setLaying] = useState(false);
  const [measure, setMeasure] = useState<Measure>('served');
  const desa = areas.filter((area) => area.kind === 'desa');
  const byArea = new Map(rows.map((row) => [row.areaId, measured[measure](row)]));
  const most = Math.max(1, ...[...byArea.values()].map(Math.abs));
  const tiles = layTiles(desa, isPhone ? [] : placed, isPhone ? 4 : 10);
  const label = new Map(desa.map((area) => [area.id, area.label]));
  return (
    <div className={styles.whole}>
      <FilterChips
        label={t.measure}
        chips={MEASURES.map((key) => ({ key, label: t.measures[key] }))}
        value={measure}
        onChange={setMeasure}
      />
      <ScrollRegion label={t.map} className={styles.scroll}>
        <ul className={styles.map}>
          {tiles.map(({ areaId, column, row }) => {
            const n = byArea.get(areaId) ?? 0;
            const name = shortName(label.get(areaId) ?? '');
            const said = t.tile(name, written(n, measure), t.measures[measure]);
            return (
              <li
                key={areaId}
                className={`${styles.tile} ${styles[`shade${shadeOf(n, most)}`]}`}
                style={{ gridColumn: column, gridRow: row }}
                title={said}
              >
                <span className="spoken">{said}</span>
                <span aria-hidden="true" className={`number ${styles.value}`}>
                  {written(n, measure)}
                </span>
                <span aria-hidden="true" className={styles.name}>
                  {name}
                </span>
              </li>
            );
          })}
        </ul>
      </ScrollRegion>
      <Legend most={most} />
      <p className="muted">
        {t.map}{' '}
        {mayChange && (
          <button type="button" className="link-button" onClick={() => setLaying(true)}>
            {t.lay}
          </button>
        )}
      </p>
      {isLaying && <TileFile onClose={() => setLaying(false)} />}
    </div>
  );
};

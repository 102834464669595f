import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { useGet, useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import { type FamilyLine, FamilyLines } from './FamilyLines.tsx';
import { RefusalDialog } from './RefusalDialog.tsx';

const texts = {
  id: {
    families: 'Keluarga dalam daftar',
    places: {
      masuk: 'Masuk',
      ditahan: 'Ditahan',
      cadangan: 'Cadangan',
      verifikasi: 'Belum diketahui',
      tidak: 'Tidak masuk',
    },
    filter: 'Tempat dalam daftar',
    refused: 'Menolak…',
    refusedBy: (name: string) => `${name} menolak bantuan`,
    marked: 'menolak, belum disusun',
    left: 'sudah keluar',
  },
  en: {
    families: 'Families on the list',
    places: { masuk: 'In', ditahan: 'Held', cadangan: 'Reserve', verifikasi: 'Unknown', tidak: 'Not in' },
    filter: 'Place on the list',
    refused: 'Refused…',
    refusedBy: (name: string) => `${name} refuses the aid`,
    marked: 'refused, not drafted yet',
    left: 'has left',
  },
};
type View = ReplyOf<'GET /api/programme/list/:id'>;
type Place = 'masuk' | 'ditahan' | 'cadangan' | 'verifikasi' | 'tidak';

/** A recipient who refused, noted on this page and not yet in a changing decree. */
export type Refusal = { familyId: string; name: string; areaLabel: string; note: string };

/** Who receives by this list now: those on it and those who joined it, without those who left it. */
const useRecipients = (runId: string, isInForce: boolean) => {
  const { data } = useGet('/api/programme/list/:id/change', { params: { id: runId }, enabled: isInForce });
  const made = (data?.changes ?? []).filter((change) => change.state === 'berlaku').flatMap((change) => change.pairs);
  const left = new Set(made.map((pair) => pair.leaves.familyId));
  const joined = new Set(made.flatMap((pair) => pair.joins?.familyId ?? []));
  const isDrafted = data?.changes.some((change) => change.state === 'rancangan') ?? true;
  return {
    hasLeft: (row: FamilyLine) => left.has(row.familyId),
    mayRefuse: (row: FamilyLine) =>
      isInForce && !isDrafted && !left.has(row.familyId) && (row.place === 'masuk' || joined.has(row.familyId)),
  };
};

type Props = { view: View; refusals: readonly Refusal[]; onRefuse: (refusal: Refusal) => void };

/** The families of a list by place; a recipient's refusal is noted here. */
export const ListFamilies = ({ view, refusals, onRefuse }: Props) => {
  const t = useText(texts);
  const { run } = view;
  const [place, setPlace] = useState<Place>('masuk');
  const [asked, setAsked] = useState<FamilyLine>();
  const mayPrepare = useMay('programme.prepare');
  const list = useList('/api/programme/list/:id/row', { params: { id: run.id }, query: { place } });
  const { hasLeft, mayRefuse } = useRecipients(run.id, run.state === 'berlaku');
  const counts: Record<Place, number> = {
    masuk: run.counts.masuk,
    ditahan: run.counts.ditahan,
    cadangan: run.counts.cadangan,
    verifikasi: run.counts.belum,
    tidak: run.counts.keluarga - run.counts.masuk - run.counts.ditahan - run.counts.cadangan,
  };
  const actOf = (row: FamilyLine) => {
    if (hasLeft(row)) return <span className="muted">{t.left}</span>;
    if (refusals.some((one) => one.familyId === row.familyId)) return <span className="muted">{t.marked}</span>;
    if (!mayPrepare || !mayRefuse(row)) return null;
    return (
      <Button aria-label={t.refusedBy(row.name)} onClick={() => setAsked(row)}>
        {t.refused}
      </Button>
    );
  };
  const hasActs = run.state === 'berlaku' && (place === 'masuk' || place === 'cadangan');
  return (
    <Section title={t.families} note={`${view.order} ${view.ties}`}>
      <FilterChips
        label={t.filter}
        chips={(Object.keys(t.places) as Place[]).map((key) => ({ key, label: t.places[key], count: counts[key] }))}
        value={place}
        onChange={setPlace}
      />
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <FamilyLines
        caption={t.places[place]}
        rows={list.rows}
        more={list.more}
        isLoading={list.isPending}
        csv={{ href: `/api/programme/list/${run.id}/rows.csv?place=${place}` }}
        {...(hasActs ? { actions: actOf } : {})}
      />
      {asked && (
        <RefusalDialog
          name={asked.name}
          onClose={() => setAsked(undefined)}
          onSave={(note) => {
            onRefuse({ familyId: asked.familyId, name: asked.name, areaLabel: asked.areaLabel, note });
            setAsked(undefined);
          }}
        />
      )}
    </Section>
  );
};

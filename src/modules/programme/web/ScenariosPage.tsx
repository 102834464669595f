import { Button, Checkbox } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ScenarioComparison } from './ScenarioComparison.tsx';

type Scenario = ReplyOf<'GET /api/programme/:id/scenario'>['items'][number];
const MOST = 4;

const texts = {
  id: {
    title: (name: string) => `Skenario: ${name}`,
    back: 'Halaman program',
    simulate: 'Simulasi',
    list: 'Skenario tersimpan',
    note: 'Pilih dua sampai empat untuk dibandingkan; yang pertama dipilih menjadi pembanding. Buka namanya untuk melanjutkan di Simulasi. Skenario tidak mengubah ketentuan dan tidak memesan dana.',
    empty: 'Belum ada skenario. Buka Simulasi, ubah ketentuannya, lalu simpan sebagai skenario.',
    pick: (name: string) => `Bandingkan ${name}`,
    compare: 'Bandingkan',
    name: 'Skenario',
    inside: 'Masuk / ditahan / cadangan',
    spent: 'Dipakai',
    ceiling: 'Dana',
    register: 'Register, oleh',
    renew: 'Hitung ulang',
    remove: 'Hapus',
  },
  en: {
    title: (name: string) => `Scenarios: ${name}`,
    back: 'Page of the programme',
    simulate: 'Simulation',
    list: 'Saved scenarios',
    note: 'Choose two to four to compare; the first one chosen is what the others are held against. Open its name to go on in the simulation. A scenario changes no terms and reserves no money.',
    empty: 'No scenario yet. Open the simulation, change the terms, then save them as a scenario.',
    pick: (name: string) => `Compare ${name}`,
    compare: 'Compare',
    name: 'Scenario',
    inside: 'In / held / reserve',
    spent: 'Spent',
    ceiling: 'Money',
    register: 'Register, by',
    renew: 'Compute again',
    remove: 'Remove',
  },
};
const bare = (digits: string): string => formatRupiah(BigInt(digits)).replace(/^Rp\s*/, '');

const ScenarioTable = ({
  programmeId,
  items,
  chosen,
  onChoose,
}: {
  programmeId: string;
  items: readonly Scenario[];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}) => {
  const t = useText(texts);
  const stale = [`/api/programme/${programmeId}/scenario`];
  const drop = (id: string) => onChoose(chosen.filter((one) => one !== id));
  const renew = useAct('POST /api/programme/:id/scenario/:scenarioId/renewal', {
    stale,
    onDone: (_, { params }) => drop((params as { scenarioId: string }).scenarioId),
  });
  const remove = useAct('DELETE /api/programme/:id/scenario/:scenarioId', {
    stale,
    onDone: ({ id }) => drop(id),
  });
  const params = (scenarioId: string) => ({ params: { id: programmeId, scenarioId } });
  return (
    <>
      <ErrorNotice error={renew.error ?? remove.error} />
      <DataTable
        caption={t.list}
        rows={items}
        rowKey={(row) => row.id}
        href={(row) => `/program/${programmeId}/simulasi?skenario=${row.id}`}
        empty={t.empty}
        csv={{ name: 'skenario' }}
        columns={[
          {
            key: 'name',
            header: t.name,
            cell: (row) => (
              <>
                {row.name}
                {row.note !== '' && <span className="muted"> {row.note}</span>}
              </>
            ),
            text: (row) => row.name,
            width: 130,
          },
          {
            key: 'pick',
            header: t.compare,
            cell: (row) => (
              <Checkbox
                aria-label={t.pick(row.name)}
                checked={chosen.includes(row.id)}
                disabled={!chosen.includes(row.id) && chosen.length >= MOST}
                onChange={(event) => (event.currentTarget.checked ? onChoose([...chosen, row.id]) : drop(row.id))}
              />
            ),
            text: () => '',
          },
          {
            key: 'inside',
            header: t.inside,
            isNumber: true,
            cell: (row) => `${row.counts.masuk} / ${row.counts.ditahan} / ${row.counts.cadangan}`,
          },
          {
            key: 'spent',
            header: t.spent,
            unit: 'Rp',
            isNumber: true,
            cell: (row) => bare(row.money.spent),
            text: (row) => row.money.spent,
          },
          {
            key: 'ceiling',
            header: t.ceiling,
            unit: 'Rp',
            isNumber: true,
            cell: (row) => bare(row.money.ceiling),
            text: (row) => row.money.ceiling,
          },
          {
            key: 'register',
            header: t.register,
            cell: (row) => (
              <>
                {row.snapshot.id}, <InstantText at={row.snapshot.at} />, {row.by}
              </>
            ),
            text: (row) => `${row.snapshot.id} ${row.snapshot.at} ${row.by}`,
          },
        ]}
        actions={(row) => (
          <>
            {row.mayChange && (
              <>
                <Button
                  aria-label={`${t.renew}: ${row.name}`}
                  disabled={renew.isPending}
                  onClick={() => renew.act(params(row.id))}
                >
                  {t.renew}
                </Button>
                <Button
                  aria-label={`${t.remove}: ${row.name}`}
                  disabled={remove.isPending}
                  onClick={() => remove.act(params(row.id))}
                >
                  {t.remove}
                </Button>
              </>
            )}
          </>
        )}
      />
    </>
  );
};

/** Scenarios of a programme: what colleagues tried, on which register, and two to four of them side by side. */
export const Page = () => {
  const { id } = useParams({ from: '/program/$id/skenario' });
  const { pilih } = useSearch({ from: '/program/$id/skenario' });
  const navigate = useNavigate();
  const t = useText(texts);
  const programme = useGet('/api/programme/:id', { params: { id } });
  const found = useGet('/api/programme/:id/scenario', { params: { id } });
  const known = new Set((found.data?.items ?? []).map((row) => row.id));
  const chosen = (pilih ?? '').split(',').filter((one: string) => known.has(one));
  const choose = (ids: readonly string[]) =>
    void navigate({
      to: '/program/$id/skenario',
      params: { id },
      search: ids.length > 0 ? { pilih: ids.join(',') } : {},
      replace: true,
    });
  const isReady = programme.data !== undefined && found.data !== undefined;
  if (!isReady)
    return (
      <>
        <ErrorNotice error={programme.error ?? found.error} onRetry={() => void found.refetch()} />
        {!(programme.error ?? found.error) && <Waiting />}
      </>
    );
  return (
    <>
      <PageTitle
        actions={
          <div className="row">
            <Link to="/program/$id/simulasi" params={{ id }}>
              {t.simulate}
            </Link>
            <Link to="/program/$id" params={{ id }}>
              {t.back}
            </Link>
          </div>
        }
      >
        {t.title(programme.data.name)}
      </PageTitle>
      <Section title={t.list} note={t.note}>
        <ScenarioTable programmeId={id} items={found.data.items} chosen={chosen} onChoose={choose} />
      </Section>
      {chosen.length >= 2 && <ScenarioComparison programmeId={id} ids={chosen} />}
    </>
  );
};

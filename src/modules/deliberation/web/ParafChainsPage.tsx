import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { decreeTexts } from './DecreesPage.tsx';

const texts = {
  id: {
    title: 'Rantai paraf',
    note: 'Jabatan yang memberi paraf, berurutan. Dokumen yang sudah dirancang tetap memakai rantai lamanya.',
    none: 'Tanpa paraf: langsung ditandatangani.',
    up: (name: string) => `Naikkan ${name}`,
    remove: (name: string) => `Hapus ${name}`,
    upShort: 'Naikkan',
    removeShort: 'Hapus',
    add: 'Tambah jabatan',
    choose: 'Pilih jabatan',
    save: 'Simpan rantai',
    wait: 'Menyimpan…',
    saved: 'Tersimpan.',
  },
  en: {
    title: 'Chains of initials',
    note: 'Positions that give their initials, in order. Documents already drafted keep their chain.',
    none: 'No initials: signed directly.',
    up: (name: string) => `Move ${name} up`,
    remove: (name: string) => `Remove ${name}`,
    upShort: 'Up',
    removeShort: 'Remove',
    add: 'Add a position',
    choose: 'Choose a position',
    save: 'Save the chain',
    wait: 'Saving…',
    saved: 'Saved.',
  },
};

type Chains = ReplyOf<'GET /api/sk/chains'>;

const ChainEditor = ({
  chain,
  positions,
  isEditable,
}: {
  chain: Chains['chains'][number];
  positions: Chains['positions'];
  isEditable: boolean;
}) => {
  const t = useText(texts);
  const words = useText(decreeTexts);
  const [ids, setIds] = useState(chain.steps.map((step) => step.positionId));
  const save = useAct('PUT /api/sk/chains/:kind', { stale: ['/api/sk/chains'] });
  const nameOf = (id: string) => positions.find((position) => position.id === id)?.name ?? id;
  const raise = (at: number) =>
    setIds(ids.map((id, i) => (i === at - 1 ? (ids[at] ?? id) : i === at ? (ids[at - 1] ?? id) : id)));
  const free = positions.filter((position) => !ids.includes(position.id));
  return (
    <Section title={words.kinds[chain.kind]} note={chain.fault ?? undefined}>
      <ErrorNotice error={save.error} />
      {ids.length === 0 && <p className="muted">{t.none}</p>}
      <ol className="stack" style={{ gap: 8, margin: 0 }}>
        {ids.map((id, at) => (
          <li key={id}>
            <span className="row">
              {nameOf(id)}
              {isEditable && at > 0 && (
                <Button size="compact-sm" aria-label={t.up(nameOf(id))} onClick={() => raise(at)}>
                  {t.upShort}
                </Button>
              )}
              {isEditable && (
                <Button
                  size="compact-sm"
                  aria-label={t.remove(nameOf(id))}
                  onClick={() => setIds(ids.filter((one) => one !== id))}
                >
                  {t.removeShort}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {isEditable && (
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <NativeSelect
            label={t.add}
            value=""
            onChange={(event) => event.currentTarget.value !== '' && setIds([...ids, event.currentTarget.value])}
            data={[
              { value: '', label: t.choose },
              ...free.map((position) => ({ value: position.id, label: position.name })),
            ]}
          />
          <Button
            disabled={save.isPending}
            onClick={() => save.act({ params: { kind: chain.kind }, body: { positionIds: ids } })}
          >
            {save.isPending ? t.wait : t.save}
          </Button>
          <span role="status">{save.isSuccess ? t.saved : ''}</span>
        </div>
      )}
    </Section>
  );
};

/** Who initials which kind of decree, in order. */
export const Page = () => {
  const t = useText(texts);
  const isEditable = useMay('stage.configure');
  const chains = useGet('/api/sk/chains');
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={chains.error} onRetry={() => void chains.refetch()} />
      {chains.isPending && <Waiting />}
      {chains.data?.chains.map((chain) => (
        <ChainEditor key={chain.kind} chain={chain} positions={chains.data.positions} isEditable={isEditable} />
      ))}
    </div>
  );
};

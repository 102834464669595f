import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { FactSection } from './FactSection.tsx';
import { AddressDialog, CardDialog, HeadDialog, MemberDialog } from './FamilyDialogs.tsx';
import { Cards, Members } from './FamilySection.tsx';
import { type FamilySheet, shortPlace } from './words.ts';

const texts = {
  id: {
    title: 'Keluarga',
    of: (name: string) => `Keluarga ${name}`,
    members: 'Anggota',
    cards: 'Kartu keluarga',
    centre: 'Data pusat',
    centreNote: 'Desil dihitung BPS, bukan Dinas Sosial.',
    rank: (desil: number, period: string) => `Desil ${desil} (${period})`,
    noRank: 'Desil belum diketahui',
    address: 'Perbaiki alamat',
    noAddress: 'alamat belum diketahui',
    add: 'Tambah anggota',
    card: 'Ganti Nomor KK',
    head: 'Tetapkan kepala keluarga',
    split: 'Pecah atau susun keluarga',
    heads: (n: number) => (n === 0 ? 'Belum ada kepala keluarga' : `${n} orang tercatat sebagai kepala`),
  },
  en: {
    title: 'Family',
    of: (name: string) => `Family of ${name}`,
    members: 'Members',
    cards: 'Family cards',
    centre: 'The centre’s figures',
    centreNote: 'Desil is computed by BPS, not by this agency.',
    rank: (desil: number, period: string) => `Desil ${desil} (${period})`,
    noRank: 'Desil not known yet',
    address: 'Correct the address',
    noAddress: 'address not known yet',
    add: 'Add a member',
    card: 'Change the KK number',
    head: 'Name the head',
    split: 'Split or put in order',
    heads: (n: number) => (n === 0 ? 'No head yet' : `${n} people are recorded as head`),
  },
};
type Act = 'address' | 'member' | 'head' | 'card';

const FamilyView = ({ family }: { family: FamilySheet }) => {
  const t = useText(texts);
  const mayArrange = useMay('duplicate.adjudicate');
  const [act, setAct] = useState<Act | null>(null);
  const heads = family.members.filter(({ shdk }) => shdk === 1);
  const front = heads[0] ?? family.members[0];
  const [rank] = family.ranks;
  const close = () => setAct(null);
  return (
    <>
      <PageTitle
        note={[family.address ?? t.noAddress, shortPlace(family.areaLabel)].filter(Boolean).join(' · ')}
        actions={mayArrange && <AppLink href={`/kemungkinan-ganda/keluarga?a=${family.id}`}>{t.split}</AppLink>}
      >
        {front ? t.of(front.name) : t.title}
      </PageTitle>
      {heads.length !== 1 && family.members.length > 0 && (
        <p>
          <StatusBadge kind="tindakan">{t.heads(heads.length)}</StatusBadge>
        </p>
      )}
      <Section
        title={t.members}
        actions={
          <>
            {family.may.correct && <Button onClick={() => setAct('address')}>{t.address}</Button>}
            {family.may.settle && family.members.length > 0 && <Button onClick={() => setAct('head')}>{t.head}</Button>}
            {family.may.correct && <Button onClick={() => setAct('member')}>{t.add}</Button>}
          </>
        }
      >
        <Members members={family.members} />
      </Section>
      <Section
        title={t.cards}
        actions={family.may.correct ? <Button onClick={() => setAct('card')}>{t.card}</Button> : undefined}
      >
        <Cards cards={family.cards} />
      </Section>
      <Section title={t.centre} note={t.centreNote}>
        <p>{rank ? t.rank(rank.desil, rank.period) : t.noRank}</p>
      </Section>
      <FactSection facts={family.facts} familyId={family.id} mayAnswer={family.may.correct} />
      {act === 'address' && <AddressDialog family={family} onClose={close} />}
      {act === 'member' && <MemberDialog family={family} onClose={close} />}
      {act === 'card' && <CardDialog family={family} onClose={close} />}
      {act === 'head' && <HeadDialog family={family} onClose={close} />}
    </>
  );
};

/** One family: members, KK history, address, its house, the centre's rank. */
export const Page = () => {
  const t = useText(texts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const family = useGet('/api/family/:id', { params: { id } });
  if (family.data) return <FamilyView key={id} family={family.data} />;
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <ErrorNotice error={family.error} onRetry={() => void family.refetch()} />
      {family.isPending && <Waiting />}
    </>
  );
};

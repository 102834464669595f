import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { KINDS } from '../domain/kinds.ts';
import { STAGES } from '../domain/stages.ts';
import { MonthMarksForm } from './MonthMarksForm.tsx';
import { NewOrderForm } from './NewOrderForm.tsx';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Tahap usulan',
    note: 'Urutan dan pelaku tahap. Urutan tidak pernah diubah: perubahan adalah urutan baru, dan usulan yang sedang berjalan selesai menurut urutan lamanya.',
    inForce: 'berlaku',
    notInForce: 'tidak berlaku',
    use: 'Berlakukan',
    useTitle: (name: string) => `Berlakukan urutan ${name}`,
    useNote: 'Usulan baru memakai urutan ini mulai sekarang. Usulan yang sedang berjalan tetap menurut urutan lamanya.',
    open: (n: number) => `${n} usulan berjalan memakai urutan ini`,
    made: 'dibuat',
    no: 'No.',
    stage: 'Tahap',
    roles: 'Pelaku',
    days: 'Lama',
    unit: 'hari kerja',
    skips: 'Dilewati untuk',
    none: 'tidak ada',
    add: 'Buat urutan baru',
  },
  en: {
    title: 'Stages of proposals',
    note: 'Order and actors. An order is never edited: a change is a new order, and proposals under way finish under their own.',
    inForce: 'in force',
    notInForce: 'not in force',
    use: 'Put in force',
    useTitle: (name: string) => `Put ${name} in force`,
    useNote: 'New proposals follow this order from now on. Those under way keep theirs.',
    open: (n: number) => `${n} open proposals follow this order`,
    made: 'made',
    no: 'No.',
    stage: 'Stage',
    roles: 'Actors',
    days: 'Time',
    unit: 'office days',
    skips: 'Passed by for',
    none: 'none',
    add: 'Make a new order',
  },
};
export type StagesReply = ReplyOf<'GET /api/stage'>;
type Order = StagesReply['orders'][number];

const OneOrder = ({ order, roles }: { order: Order; roles: StagesReply['roles'] }) => {
  const t = useText(texts);
  const say = useWords();
  const { language } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const use = useAct('POST /api/stage/order', { stale: ['/api/stage', '/api/intake'], onDone: () => setAsking(false) });
  const roleName = (id: string) =>
    roles.flatMap((stage) => stage.roles).find((role) => role.id === id)?.name[language] ?? id;
  return (
    <Section
      title={`${order.no}. ${order.name}`}
      note={
        <>
          <StatusBadge kind={order.active ? 'selesai' : 'netral'}>
            {order.active ? t.inForce : t.notInForce}
          </StatusBadge>{' '}
          {t.open(order.open)}
          {order.madeBy && (
            <>
              , {t.made} {order.madeBy}, <InstantText at={String(order.madeAt)} />
            </>
          )}
        </>
      }
      actions={!order.active && <Button onClick={() => setAsking(true)}>{t.use}</Button>}
    >
      <DataTable
        caption={order.name}
        rows={order.stages}
        rowKey={(rule) => rule.stage}
        columns={[
          { key: 'no', header: t.no, isNumber: true, cell: (rule) => rule.no },
          { key: 'stage', header: t.stage, cell: (rule) => say(STAGES[rule.stage]) },
          { key: 'roles', header: t.roles, cell: (rule) => rule.roles.map(roleName).join(', ') },
          { key: 'days', header: t.days, unit: t.unit, isNumber: true, cell: (rule) => rule.officeDays },
          {
            key: 'skips',
            header: t.skips,
            cell: (rule) => rule.skipKinds.map((kind) => say(KINDS[kind])).join(', ') || t.none,
          },
        ]}
      />
      {isAsking && (
        <ConfirmDialog
          title={t.useTitle(order.name)}
          confirm={t.use}
          isPending={use.isPending}
          error={use.error}
          onClose={() => setAsking(false)}
          onConfirm={() => use.act({ body: { no: order.no } })}
        >
          <p>{t.useNote}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
};

/** The administrator's page: the orders of stages, and the marks of the month. */
export const Page = () => {
  const t = useText(texts);
  const [isAdding, setAdding] = useState(false);
  const stages = useGet('/api/stage');
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={stages.error} onRetry={() => void stages.refetch()} />
      {stages.isPending && <Waiting />}
      {stages.data?.orders.map((order) => (
        <OneOrder key={order.no} order={order} roles={stages.data.roles} />
      ))}
      {stages.data && (
        <>
          {isAdding ? (
            <NewOrderForm reply={stages.data} onDone={() => setAdding(false)} />
          ) : (
            <div className="row">
              <Button onClick={() => setAdding(true)}>{t.add}</Button>
            </div>
          )}
          <MonthMarksForm marks={stages.data.marks} />
        </>
      )}
    </>
  );
};

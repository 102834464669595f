import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct, useForget, useGet } from '#web/ui/queries.ts';
import { STAGE_ORDER, type Stage } from '../domain/words.ts';
import { STAGE_WORDS } from './gate-words.ts';
import { PaperForm } from './PaperForm.tsx';

const texts = {
  id: {
    sp2d: 'Catat SP2D',
    sts: 'Catat STS',
    shift: 'Pergeseran',
    stage: 'Catat tahap',
    release: 'Lepas pesanan',
    save: 'Catat',
    from: 'Dibebankan pada',
    direct: 'Langsung dari sisa pagu',
    back: 'Untuk',
    general: 'Tanpa menunjuk daftar',
    left: (name: string) => `${name}, masih dipesan`,
    to: 'Ke baris',
    next: 'Tahap',
    stageNote: 'Isi pagu menurut dokumen tahap itu. Dari RKA ke atas buku pagu ikut menyesuaikan.',
    reservation: 'Pesanan',
  },
  en: {
    sp2d: 'Record SP2D',
    sts: 'Record STS',
    shift: 'Shift',
    stage: 'Record a stage',
    release: 'Release a reservation',
    save: 'Record',
    from: 'Charged to',
    direct: 'Directly, from what is left',
    back: 'For',
    general: 'Without naming a list',
    left: (name: string) => `${name}, still reserved`,
    to: 'To the line',
    next: 'Stage',
    stageNote: 'Give the pagu as that document has it. From the RKA on the ledger follows.',
    reservation: 'Reservation',
  },
};
type LinePage = ReplyOf<'GET /api/budget/line/:id'>;
type What = 'sp2d' | 'sts' | 'shift' | 'stage' | 'release';
const STALE = ['/api/budget', '/api/programme'];
type FormProps = { page: LinePage; onClose: () => void };

const PaymentForm = ({ page, kind, onClose }: FormProps & { kind: 'sp2d' | 'sts' }) => {
  const t = useText(texts);
  const sp2d = useAct('POST /api/budget/line/:id/sp2d', { stale: STALE, onDone: onClose });
  const sts = useAct('POST /api/budget/line/:id/sts', { stale: STALE, onDone: onClose });
  const act = kind === 'sp2d' ? sp2d : sts;
  const forget = useForget();
  const none = { value: '', label: kind === 'sp2d' ? t.direct : t.general };
  const lists = page.reservations.map((r) => ({ value: r.id, label: t.left(r.name) }));
  return (
    <PaperForm
      title={t[kind]}
      choice={{
        label: kind === 'sp2d' ? t.from : t.back,
        options: kind === 'sp2d' ? [...lists, none] : [none, ...lists],
      }}
      confirm={t.save}
      isPending={act.isPending}
      error={act.error}
      onNewer={() => void forget(['/api/budget'])}
      onClose={onClose}
      onSave={({ choice, amount, number, onDate }) => {
        const params = { id: page.line.id };
        const body = { amount, number, onDate, ...(choice === '' ? {} : { reservation: choice }) };
        // Chosen although a list could be chosen: then it is meant.
        const direct = choice === '' && lists.length > 0;
        if (kind === 'sts') sts.act({ params, body });
        else sp2d.act({ params, body: { ...body, ...(direct ? { direct } : {}) } });
      }}
    />
  );
};

const ShiftForm = ({ page, onClose }: FormProps) => {
  const t = useText(texts);
  const lines = useGet('/api/budget/line', { query: { year: page.line.year } });
  const shift = useAct('POST /api/budget/line/:id/shift', { stale: STALE, onDone: onClose });
  const others = (lines.data?.items ?? []).filter((line) => line.id !== page.line.id);
  if (!lines.data) return null;
  return (
    <PaperForm
      title={t.shift}
      choice={{
        label: t.to,
        options: others.map((line) => ({ value: line.id, label: `${line.subKegiatanName} (${line.fundSource})` })),
      }}
      confirm={t.save}
      isPending={shift.isPending}
      error={shift.error}
      onClose={onClose}
      onSave={({ choice, amount, number, onDate }) =>
        shift.act({ params: { id: page.line.id }, body: { toLineId: choice, amount, document: number, onDate } })
      }
    />
  );
};

const StageForm = ({ page, onClose }: FormProps) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const record = useAct('POST /api/budget/line/:id/stage', { stale: STALE, onDone: onClose });
  const at = STAGE_ORDER.indexOf(page.line.stage);
  const next = STAGE_ORDER.filter((stage, i) => i > at || stage === 'dppa');
  return (
    <PaperForm
      title={t.stage}
      note={t.stageNote}
      choice={{ label: t.next, options: next.map((stage) => ({ value: stage, label: STAGE_WORDS[stage][language] })) }}
      start={{ amount: page.line.pagu === '0' ? '' : page.line.pagu }}
      confirm={t.save}
      isPending={record.isPending}
      error={record.error}
      onClose={onClose}
      onSave={({ choice, amount, number, onDate }) =>
        record.act({
          params: { id: page.line.id },
          body: { stage: choice as Stage, amount, document: number, onDate, version: page.line.version },
        })
      }
    />
  );
};

const ReleaseForm = ({ page, onClose }: FormProps) => {
  const t = useText(texts);
  const release = useAct('POST /api/budget/line/:id/release', { stale: STALE, onDone: onClose });
  return (
    <PaperForm
      title={t.release}
      choice={{ label: t.reservation, options: page.reservations.map((r) => ({ value: r.id, label: r.name })) }}
      start={{ amount: page.reservations[0]?.left ?? '' }}
      withDate={false}
      confirm={t.save}
      isPending={release.isPending}
      error={release.error}
      onClose={onClose}
      onSave={({ choice, amount, number }) =>
        release.act({ params: { id: page.line.id }, body: { reservation: choice, amount, document: number } })
      }
    />
  );
};

/** What a planner records on a line; the most frequent act stands last. */
export const LineActs = ({ page }: { page: LinePage }) => {
  const t = useText(texts);
  const [open, setOpen] = useState<What | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <div className="row">
        {page.reservations.length > 0 && <Button onClick={() => setOpen('release')}>{t.release}</Button>}
        <Button onClick={() => setOpen('shift')}>{t.shift}</Button>
        <Button onClick={() => setOpen('stage')}>{t.stage}</Button>
        <Button onClick={() => setOpen('sts')}>{t.sts}</Button>
        <Button variant="filled" onClick={() => setOpen('sp2d')}>
          {t.sp2d}
        </Button>
      </div>
      {(open === 'sp2d' || open === 'sts') && <PaymentForm page={page} kind={open} onClose={close} />}
      {open === 'shift' && <ShiftForm page={page} onClose={close} />}
      {open === 'stage' && <StageForm page={page} onClose={close} />}
      {open === 'release' && <ReleaseForm page={page} onClose={close} />}
    </>
  );
};

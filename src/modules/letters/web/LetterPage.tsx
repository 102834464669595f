import { Button, Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { STATES } from '../domain/course.ts';
import { type Filled, KindFields } from './KindFields.tsx';
import { APPROVERS, STATE_KINDS } from './words.ts';

const texts = {
  id: {
    title: 'Surat',
    person: 'Lembar warga',
    receipt: 'Nomor tanda terima',
    kind: 'Jenis surat',
    applicant: 'Diminta oleh',
    self: 'orangnya sendiri',
    taken: 'Masuk',
    by: 'Petugas loket',
    approver: 'Disetujui oleh',
    number: 'Nomor surat',
    valid: 'Berlaku sampai',
    printed: 'Sudah dicetak',
    times: (n: number) => `${n} kali`,
    papers: 'Dokumen dilihat aslinya',
    noPapers: 'tidak ada',
    note: 'Catatan',
    check: 'Sudah diperiksa, teruskan',
    back: 'Minta dilengkapi',
    refuse: 'Tidak dapat dibuat',
    complete: 'Kirim kelengkapan',
    approve: 'Setujui dan terbitkan',
    void: 'Batalkan surat',
    print: 'Cetak surat (PDF)',
    reason: 'Alasan (warga membacanya)',
    send: 'Kirim',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Letter',
    person: 'Resident’s sheet',
    receipt: 'Receipt number',
    kind: 'Kind of letter',
    applicant: 'Asked for by',
    self: 'the person herself',
    taken: 'Taken',
    by: 'Front office',
    approver: 'Approved by',
    number: 'Number',
    valid: 'Valid until',
    printed: 'Printed',
    times: (n: number) => `${n} times`,
    papers: 'Papers seen in the original',
    noPapers: 'none',
    note: 'Note',
    check: 'Checked, pass on',
    back: 'Ask for what is missing',
    refuse: 'Cannot be issued',
    complete: 'Send what was missing',
    approve: 'Approve and issue',
    void: 'Void the letter',
    print: 'Print the letter (PDF)',
    reason: 'Reason (the citizen reads it)',
    send: 'Send',
    cancel: 'Not now',
  },
};
type Request = ReplyOf<'GET /api/letter-request/:id'>;
const STALE = ['/api/letter-request', '/api/home'];

const Facts = ({ request }: { request: Request }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const labelOf = (code: string) => request.kind.papers.find((paper) => paper.code === code)?.label ?? code;
  return (
    <FactList
      facts={[
        { label: t.kind, value: request.kindName },
        ...request.kind.fields.map(({ name, label }) => ({ label, value: request.fields[name] || null })),
        { label: t.papers, value: request.papers.map(labelOf).join('; ') || t.noPapers },
        { label: t.applicant, value: request.applicant || t.self },
        { label: t.receipt, value: formatReceiptCode(request.receiptNumber) },
        { label: t.taken, value: <InstantText at={request.requestedAt} /> },
        { label: t.by, value: request.requestedByName },
        { label: t.approver, value: APPROVERS[language][request.approverRole] },
        ...(request.number
          ? [
              { label: t.number, value: request.number },
              { label: t.valid, value: <DateText date={request.validUntil} /> },
              { label: t.printed, value: t.times(request.printed) },
            ]
          : []),
        ...(request.note ? [{ label: t.note, value: request.note }] : []),
      ]}
    />
  );
};

type ReasonAct = 'return' | 'refuse' | 'void';

const WithReason = ({ request, act, onClose }: { request: Request; act: ReasonAct; onClose: () => void }) => {
  const t = useText(texts);
  const [reason, setReason] = useState('');
  const options = { stale: STALE, onDone: onClose };
  const back = useAct('POST /api/letter-request/:id/return', options);
  const cancel = useAct('POST /api/letter-request/:id/voiding', options);
  const { id, version } = request;
  const send = () =>
    act === 'void'
      ? cancel.act({ params: { id }, body: { version, reason } })
      : back.act({ params: { id }, body: { version, act, reason } });
  const title = { return: t.back, refuse: t.refuse, void: t.void }[act];
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <ErrorNotice error={back.error ?? cancel.error} />
        <Textarea label={t.reason} rows={3} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="filled" disabled={back.isPending || cancel.isPending} onClick={send}>
            {t.send}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

const Completing = ({ request }: { request: Request }) => {
  const t = useText(texts);
  const [filled, setFilled] = useState<Filled>({ fields: request.fields, papers: request.papers });
  const complete = useAct('POST /api/letter-request/:id/completion', { stale: STALE });
  return (
    <Section title={t.complete}>
      <ErrorNotice error={complete.error} />
      <div className="stack" style={{ maxWidth: 560 }}>
        <KindFields kind={request.kind} filled={filled} onChange={setFilled} />
        <div>
          <Button
            variant="filled"
            disabled={complete.isPending}
            onClick={() =>
              complete.act({
                params: { id: request.id },
                body: { version: request.version, fields: filled.fields, papers: [...filled.papers] },
              })
            }
          >
            {t.complete}
          </Button>
        </div>
      </div>
    </Section>
  );
};

const Acts = ({ request }: { request: Request }) => {
  const t = useText(texts);
  const [mayCheck, mayApprove] = [useMay('letter.check'), useMay('letter.approve')];
  const [asking, setAsking] = useState<ReasonAct>();
  const check = useAct('POST /api/letter-request/:id/check', { stale: STALE });
  const approve = useAct('POST /api/letter-request/approval', { stale: STALE });
  const { id, version, state } = request;
  const isOpen = state === 'diajukan' || state === 'menunggu_setuju';
  return (
    <>
      <ErrorNotice error={check.error ?? approve.error} />
      <div className="row screen-only">
        {isOpen && mayCheck && <Button onClick={() => setAsking('refuse')}>{t.refuse}</Button>}
        {isOpen && mayCheck && <Button onClick={() => setAsking('return')}>{t.back}</Button>}
        {state === 'terbit' && mayApprove && <Button onClick={() => setAsking('void')}>{t.void}</Button>}
        {state === 'diajukan' && mayCheck && (
          <Button
            variant="filled"
            disabled={check.isPending}
            onClick={() => check.act({ params: { id }, body: { version } })}
          >
            {t.check}
          </Button>
        )}
        {state === 'menunggu_setuju' && mayApprove && (
          <Button
            variant="filled"
            disabled={approve.isPending}
            onClick={() => approve.act({ body: { requests: [{ id, version }] } })}
          >
            {t.approve}
          </Button>
        )}
        {state === 'terbit' && (
          <Button
            component="a"
            variant="filled"
            href={`/api/letter-request/${id}/letter.pdf`}
            target="_blank"
            rel="noreferrer"
          >
            {t.print}
          </Button>
        )}
      </div>
      {asking && <WithReason request={request} act={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
};

/** One letter: what was asked for, what was seen, where it stands, and what the reader may do with it. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { id = '' } = useParams({ strict: false });
  const letter = useGet('/api/letter-request/:id', { params: { id } });
  const request = letter.data;
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={
          request && (
            <>
              <StatusBadge kind={STATE_KINDS[request.state]}>
                {STATES[request.state][language === 'en' ? 1 : 0]}
              </StatusBadge>{' '}
              {request.areaLabel}
            </>
          )
        }
      >
        {request ? `${t.title}: ${request.holder}` : t.title}
      </PageTitle>
      <ErrorNotice error={letter.error} onRetry={() => void letter.refetch()} />
      {letter.isPending && <Waiting />}
      {request && (
        <>
          <Facts request={request} />
          <p>
            <AppLink href={`/orang/${request.personId}`}>{t.person}</AppLink>
          </p>
          {request.state === 'dikembalikan' && <Completing key={request.version} request={request} />}
          <Acts request={request} />
        </>
      )}
    </div>
  );
};

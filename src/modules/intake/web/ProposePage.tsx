import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dateInZone } from '#kernel/local-date.ts';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { useSession } from '#web/ui/session.tsx';
import { ProposeForm, type Sent, type Sitting } from './ProposeForm.tsx';
import { ReceiptSlip } from './ReceiptSlip.tsx';

const texts = {
  id: {
    title: 'Usulkan warga',
    note: 'Hampir semua orang sudah tercatat. Yang diminta biasanya: ditemukan, diperbaiki datanya, atau diusulkan untuk bantuan.',
    done: 'Usulan terkirim',
    doneNote: 'Berikan tanda terima ini kepada warga.',
    another: 'Usulkan warga lain',
    home: 'Ke daftar usulan saya',
    today: (n: number) => `Hari ini ${n} usulan terkirim.`,
  },
  en: {
    title: 'Propose a resident',
    note: 'Nearly everybody is recorded already. People ask to be found, corrected, or proposed for aid.',
    done: 'The proposal is sent',
    doneNote: 'Give this receipt to the citizen.',
    another: 'Propose somebody else',
    home: 'To my proposals',
    today: (n: number) => `${n} proposals sent today.`,
  },
};
/** How many the reader has sent today, as the server counts them. */
const useSentToday = (): number => {
  const { agency } = useSession();
  const today = dateInZone(new Date(), agency.zone);
  const own = useGet('/api/intake/own');
  return (own.data?.items ?? []).filter((usulan) => usulan.submittedOn === today).length;
};

/** Proposes somebody, then shows the receipt to print. */
export const Page = () => {
  const t = useText(texts);
  const { assignment } = useSession();
  const navigate = useNavigate();
  const [done, setDone] = useState<Sent>();
  const [sitting, setSitting] = useState<Sitting>();
  const sentToday = useSentToday();
  const another = () => {
    setSitting(done?.sitting);
    setDone(undefined);
    void navigate({ to: '/usulkan', search: {}, replace: true });
  };
  if (done)
    return (
      <>
        <PageTitle note={`${t.doneNote} ${t.today(sentToday)}`}>{t.done}</PageTitle>
        <ReceiptSlip slip={done.slip} kind={done.kind} areaLabel={done.areaLabel} />
        <p className="row screen-only" style={{ marginTop: 16 }}>
          <button type="button" className="link-button" onClick={another}>
            {t.another}
          </button>
          {assignment?.role === 'rt' && <Link to="/rt">{t.home}</Link>}
        </p>
      </>
    );
  return (
    <>
      <PageTitle note={sentToday > 0 ? t.today(sentToday) : t.note}>{t.title}</PageTitle>
      <ProposeForm onDone={setDone} sitting={sitting} />
    </>
  );
};

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useSession } from '#web/ui/session.tsx';
import type { Kind } from '../domain/kinds.ts';
import { ProposeForm } from './ProposeForm.tsx';
import { ReceiptSlip, type Slip } from './ReceiptSlip.tsx';

const texts = {
  id: {
    title: 'Usulkan warga',
    note: 'Hampir semua orang sudah tercatat. Yang diminta biasanya: ditemukan, diperbaiki datanya, atau diusulkan untuk bantuan.',
    done: 'Usulan terkirim',
    doneNote: 'Berikan tanda terima ini kepada warga.',
    another: 'Usulkan warga lain',
    home: 'Ke daftar usulan saya',
  },
  en: {
    title: 'Propose a resident',
    note: 'Nearly everybody is recorded already. People ask to be found, corrected, or proposed for aid.',
    done: 'The proposal is sent',
    doneNote: 'Give this receipt to the citizen.',
    another: 'Propose somebody else',
    home: 'To my proposals',
  },
};
type Done = { slip: Slip; kind: Kind; areaLabel: string };

/** Proposes somebody, then shows the receipt to print. */
export const Page = () => {
  const t = useText(texts);
  const { assignment } = useSession();
  const [done, setDone] = useState<Done>();
  if (done)
    return (
      <>
        <PageTitle note={t.doneNote}>{t.done}</PageTitle>
        <ReceiptSlip slip={done.slip} kind={done.kind} areaLabel={done.areaLabel} />
        <p className="row screen-only" style={{ marginTop: 16 }}>
          <button type="button" className="link-button" onClick={() => setDone(undefined)}>
            {t.another}
          </button>
          {assignment?.role === 'rt' && <Link to="/rt">{t.home}</Link>}
        </p>
      </>
    );
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ProposeForm onDone={setDone} />
    </>
  );
};

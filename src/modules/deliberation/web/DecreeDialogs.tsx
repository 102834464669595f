import { Button } from '@mantine/core';
import { useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { TextReasonDialog } from '#web/ui/TextReasonDialog.tsx';
import type { Decree } from './DecreePage.tsx';
import { EMPTY_SIGNATURE, SignerFields, signerOf } from './SignerFields.tsx';

const texts = {
  id: {
    paraf: 'Beri paraf',
    parafText: (position: string) =>
      `Paraf diberikan sebagai ${position}. Sesudah ini dokumen beralih ke giliran berikutnya.`,
    sign: 'Catat tanda tangan',
    signText: 'Isi seperti tertulis pada dokumen yang sudah ditandatangani. Sesudah dicatat tidak dapat diubah.',
    force: 'Berlakukan',
    forceText:
      'Dokumen berlaku sekarang, dan yang mengikutinya terjadi pada saat yang sama. Sesudah berlaku isinya tidak dapat diubah; perubahan hanya dengan SK baru.',
    end: 'Batalkan atau cabut',
    endText: 'Dokumen berhenti di sini. Rancangan yang isinya salah dibatalkan, lalu disusun lagi.',
    cancel: 'Jangan dulu',
    wait: 'Mencatat…',
  },
  en: {
    paraf: 'Give initials',
    parafText: (position: string) => `Initials are given as ${position}. The document then goes on to the next.`,
    sign: 'Record the signature',
    signText: 'As it stands on the signed document. It cannot be changed once recorded.',
    force: 'Put in force',
    forceText:
      'The document takes effect now, and what follows from it happens at the same moment. Its content cannot be changed afterwards; a change is a new decree.',
    end: 'Call off or revoke',
    endText: 'The document ends here. A draft with wrong content is called off and drafted again.',
    cancel: 'Not now',
    wait: 'Recording…',
  },
};

export type DecreeStep = 'paraf' | 'tanda' | 'berlaku' | 'akhiri';
type Props = { decree: Decree; onClose: () => void };
const STALE = ['/api/sk', '/api/pengesahan', '/api/home', '/api/programme'] as const;

const SignDialog = ({ decree, onClose }: Props) => {
  const t = useText(texts);
  const [draft, setDraft] = useState(EMPTY_SIGNATURE);
  const sign = useAct('POST /api/sk/:id/signature', { stale: STALE, onDone: onClose });
  return (
    <Dialog title={t.sign} onClose={onClose} width={560}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sign.act({
            params: { id: decree.id },
            body: { version: decree.version, number: draft.number, onDate: draft.onDate, ...signerOf(draft) },
          });
        }}
      >
        <ErrorNotice error={sign.error} />
        <p>{t.signText}</p>
        <SignerFields
          draft={draft}
          onChange={setDraft}
          faults={fieldErrors(sign.error)}
          withHeadOfRegion={decree.kind !== 'pengesahan'}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={sign.isPending}>
            {sign.isPending ? t.wait : t.sign}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const OneClick = ({ decree, onClose, step }: Props & { step: 'paraf' | 'berlaku' }) => {
  const t = useText(texts);
  const paraf = useAct('POST /api/sk/:id/paraf', { stale: STALE, onDone: onClose });
  const force = useAct('POST /api/sk/:id/force', { stale: STALE, onDone: onClose });
  const act = step === 'paraf' ? paraf : force;
  const word = step === 'paraf' ? t.paraf : t.force;
  return (
    <ConfirmDialog
      title={word}
      confirm={word}
      onClose={onClose}
      error={act.error}
      isPending={act.isPending}
      onConfirm={() => act.act({ params: { id: decree.id }, body: { version: decree.version } })}
    >
      {step === 'paraf' ? t.parafText(decree.waitingParaf ?? '') : t.forceText}
    </ConfirmDialog>
  );
};

/** The dialog of one step in the life of a decree. */
export const DecreeDialogs = ({ decree, step, onClose }: Props & { step: DecreeStep }) => {
  const t = useText(texts);
  const end = useAct('POST /api/sk/:id/end', { stale: STALE, onDone: onClose });
  if (step === 'tanda') return <SignDialog decree={decree} onClose={onClose} />;
  if (step === 'akhiri')
    return (
      <TextReasonDialog
        title={t.end}
        note={t.endText}
        confirm={t.end}
        onClose={onClose}
        act={end}
        onConfirm={(reason) => end.act({ params: { id: decree.id }, body: { version: decree.version, reason } })}
      />
    );
  return <OneClick decree={decree} onClose={onClose} step={step} />;
};

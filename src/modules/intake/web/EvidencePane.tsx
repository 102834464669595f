import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useForget } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import { PhotoField } from './PhotoField.tsx';
import { ReceiptSlip, type Slip } from './ReceiptSlip.tsx';
import styles from './UsulanDetail.module.css';
import type { Usulan } from './UsulanDetail.tsx';
import { STALE } from './use-desk-acts.ts';

const texts = {
  id: {
    photos: 'Foto dan berkas',
    none: 'Belum ada foto atau berkas.',
    open: 'Buka',
    close: 'Tutup',
    pdf: 'Buka PDF di tab baru',
    kinds: { ktp: 'KTP', kk: 'KK', rumah: 'Foto rumah', listrik: 'Rekening listrik', surat: 'Surat', lain: 'Lainnya' },
    kind: 'Jenis berkas',
    add: 'Atau kirim pindaian PDF',
    hint: 'PDF, paling besar 20 MB.',
    doubts: {
      kecil: 'foto kecil',
      gelap_atau_buram: 'mungkin gelap atau buram',
      diputar: 'diputar oleh kamera',
    },
    place: 'lokasi menurut HP',
    rt: 'Ketua RT',
    askRt: 'Tanyakan: benar tinggal di RT ini?',
    asked: 'Sudah ditanyakan. Ketua RT hanya membaca nama dan alamat.',
    receipt: 'Tanda terima',
    renew: 'PIN hilang: buat PIN baru',
  },
  en: {
    photos: 'Photos and papers',
    none: 'No photo or paper yet.',
    open: 'Open',
    close: 'Close',
    pdf: 'Open the PDF in a new tab',
    kinds: {
      ktp: 'KTP',
      kk: 'KK',
      rumah: 'Photo of the house',
      listrik: 'Electricity bill',
      surat: 'Letter',
      lain: 'Other',
    },
    kind: 'Kind of file',
    add: 'Or send a scan as PDF',
    hint: 'PDF, at most 20 MB.',
    doubts: { kecil: 'a small photo', gelap_atau_buram: 'may be dark or blurred', diputar: 'turned by the camera' },
    place: 'place as the phone said',
    rt: 'RT head',
    askRt: 'Ask: does she live in this RT?',
    asked: 'Asked. The RT head reads only name and address.',
    receipt: 'Receipt',
    renew: 'PIN lost: make a new one',
  },
};
const KINDS = ['ktp', 'kk', 'rumah', 'listrik', 'surat', 'lain'] as const;
type File = Usulan['files'][number];

const OneFile = ({ usulanId, file }: { usulanId: string; file: File }) => {
  const t = useText(texts);
  const forget = useForget();
  const [isOpen, setOpen] = useState(false);
  const label = t.kinds[file.kind as keyof typeof t.kinds] ?? file.kind;
  const href = `/api/usulan/${usulanId}/file/${file.id}`;
  const opened = () => void forget([`/api/usulan/${usulanId}`]);
  return (
    <li>
      <div className="row">
        <strong>{label}</strong>
        {file.mediaType === 'application/pdf' ? (
          <a href={href} target="_blank" rel="noreferrer" onClick={() => setTimeout(opened, 1500)}>
            {t.pdf}
          </a>
        ) : (
          <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t.close : t.open}
            <span className="spoken"> {label}</span>
          </button>
        )}
      </div>
      <span className="muted">
        <InstantText at={String(file.uploadedAt)} />
        {file.doubts.map((doubt) => `, ${t.doubts[doubt as keyof typeof t.doubts] ?? doubt}`)}
        {file.place &&
          `, ${t.place} ${file.place.lat.toFixed(4)}, ${file.place.lng.toFixed(4)}${file.place.accuracy === null ? '' : ` (±${file.place.accuracy} m)`}`}
      </span>
      {isOpen && <img className={styles.photo} src={href} alt={label} onLoad={opened} />}
    </li>
  );
};

const AskRt = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const ask = useAct('POST /api/usulan/:id/rt-question', { stale: [`/api/usulan/${usulan.id}`] });
  if (!useMay('usulan.check') || usulan.stage === null || usulan.rtAnswer || !usulan.rtLabel || !usulan.draft)
    return null;
  if (usulan.flags.includes('jangan_lewat_rt') || usulan.channel === 'rt') return null;
  return (
    <Section title={t.rt}>
      <ErrorNotice error={ask.error} />
      {ask.isSuccess ? (
        <p>{t.asked}</p>
      ) : (
        <div className="row">
          <Button disabled={ask.isPending} onClick={() => ask.act({ params: { id: usulan.id }, body: {} })}>
            {t.askRt}
          </Button>
        </div>
      )}
    </Section>
  );
};

const Receipt = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const [slip, setSlip] = useState<Slip>();
  const renew = useAct('POST /api/usulan/:id/pin', { stale: STALE, onDone: setSlip });
  const isDesk = useMay('usulan.check');
  const isOffice = useMay('usulan.decide');
  if (!isDesk && !isOffice) return null;
  return (
    <Section title={t.receipt}>
      <ErrorNotice error={renew.error} />
      {slip ? (
        <ReceiptSlip slip={slip} kind={usulan.kind} areaLabel={usulan.areaLabel} />
      ) : (
        <div className="row">
          <Button disabled={renew.isPending} onClick={() => renew.act({ params: { id: usulan.id }, body: {} })}>
            {t.renew}
          </Button>
        </div>
      )}
    </Section>
  );
};

/** The right of the desk: photos and papers, opened one by one (which is kept), and the small services of the desk. */
export const EvidencePane = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const forget = useForget();
  const [kind, setKind] = useState<string>('rumah');
  return (
    <>
      <Section title={t.photos}>
        {usulan.files.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <ul className={styles.files}>
            {usulan.files.map((file) => (
              <OneFile key={file.id} usulanId={usulan.id} file={file} />
            ))}
          </ul>
        )}
        {usulan.stage !== null && (
          <>
            <NativeSelect
              label={t.kind}
              value={kind}
              data={KINDS.map((one) => ({ value: one, label: t.kinds[one] }))}
              onChange={(event) => setKind(event.currentTarget.value)}
            />
            <PhotoField usulanId={usulan.id} kind={kind} onDone={() => void forget([`/api/usulan/${usulan.id}`])} />
            {kind !== 'rumah' && (
              <FileDrop
                label={t.add}
                hint={t.hint}
                accept={['.pdf']}
                mostBytes={20_000_000}
                urlOf={(file) => `/api/usulan/${usulan.id}/file?kind=${kind}&name=${encodeURIComponent(file.name)}`}
                onDone={() => void forget([`/api/usulan/${usulan.id}`])}
              />
            )}
          </>
        )}
      </Section>
      <AskRt usulan={usulan} />
      <Receipt usulan={usulan} />
    </>
  );
};

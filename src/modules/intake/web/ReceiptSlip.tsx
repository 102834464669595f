import { Button } from '@mantine/core';
import { dateInZone, formatDate } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { useText } from '#web/ui/language.tsx';
import { useSession } from '#web/ui/session.tsx';
import { KINDS, type Kind } from '../domain/kinds.ts';
import styles from './ReceiptSlip.module.css';

export type Slip = { receiptNumber: string; pin: string };

const texts = {
  id: { print: 'Cetak tanda terima', once: 'PIN hanya tampil sekali. Cetak atau salin sebelum menutup halaman ini.' },
  en: { print: 'Print the receipt', once: 'The PIN is shown only once. Print or copy it before you leave this page.' },
};

/** The paper a proposer takes home, always in Indonesian: number, PIN, where to ask. No name and no number of identity stands on it. */
export const ReceiptSlip = ({ slip, kind, areaLabel }: { slip: Slip; kind: Kind; areaLabel: string }) => {
  const t = useText(texts);
  const { agency } = useSession();
  const today = formatDate(dateInZone(new Date(), agency.zone), { weekday: true });
  return (
    <div className="stack">
      <div className={styles.slip}>
        <p>
          <strong>{agency.name}</strong>
          {agency.isDemo && ' · DATA CONTOH'}
        </p>
        <h2>Tanda terima pengajuan</h2>
        <dl>
          <dt>Nomor</dt>
          <dd className={styles.big}>{formatReceiptCode(slip.receiptNumber)}</dd>
          <dt>PIN</dt>
          <dd className={styles.big}>{slip.pin}</dd>
          <dt>Pengajuan</dt>
          <dd>{KINDS[kind][0]}</dd>
          <dt>Wilayah</dt>
          <dd>{areaLabel}</dd>
          <dt>Tanggal</dt>
          <dd>{today}</dd>
        </dl>
        <p>
          Lihat status pengajuan di <strong>{window.location.host}</strong>, pilih <em>Lihat status pengajuan</em>, isi
          nomor dan PIN ini. Jangan berikan PIN kepada orang lain. Jika PIN hilang, datang ke kantor desa/kelurahan
          dengan KTP atau KK.
        </p>
      </div>
      <div className="row screen-only">
        <Button variant="filled" onClick={() => window.print()}>
          {t.print}
        </Button>
        <span className="muted">{t.once}</span>
      </div>
    </div>
  );
};

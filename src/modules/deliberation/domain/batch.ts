import { createHash } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';

/** The hash of a batch: over its rows in order, each with its usulan and the hash of its evidence. */
export const hashRows = (rows: readonly { no: number; usulanId: string; evidenceHash: string }[]): string =>
  createHash('sha256')
    .update(rows.map((row) => `${row.no} ${row.usulanId} ${row.evidenceHash}`).join('\n'))
    .digest('hex');

export const requirePeriod = (period: string): string =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(period)
    ? period
    : refuse('pengesahan.periode', 422, 'Isi bulan sebagai tahun-bulan, misalnya 2026-07.', {
        fields: { period: 'Isi bulan.' },
      });

/** Refuses a change to a batch that was sent: a correction is a new batch that names this one. */
export const requireOpenBatch = (state: 'disusun' | 'dikirim' | 'disahkan'): void => {
  if (state === 'disusun') return;
  refuse(
    'pengesahan.sudah_dikirim',
    409,
    'Daftar ini sudah dikirim untuk disahkan dan tidak dapat diubah. Buat daftar perbaikan yang menyebut daftar ini.',
    { state },
  );
};

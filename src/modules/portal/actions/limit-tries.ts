import { dateInZone, startOfDay } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Platform } from '#platform/db/context.ts';
import { addressOf, LIMITS, type Limit, spanStart } from '../domain/limits.ts';
import { keyedHash, type PortalKeys } from '../domain/sealed.ts';
import type { AgencyCard } from '../sql/agencies.ts';
import { type Attempt, giveTryBack, takeTry } from '../sql/attempts.ts';

/** Where tries are counted: one agency's table, under the portal's keys. */
export type Desk = { platform: Platform; keys: PortalKeys; agency: AgencyCard };

const attemptOf = (desk: Desk, limit: Limit, subject: string): Attempt => {
  const now = desk.platform.clock();
  const zone = desk.agency.zone;
  return {
    schema: desk.agency.schema,
    what: limit,
    subject: keyedHash(desk.keys, limit, limit === 'receipt' ? subject : addressOf(subject)),
    since: limit === 'receipt' ? startOfDay(dateInZone(now, zone), zone) : spanStart(now, LIMITS[limit].seconds),
  };
};

const SENTENCES: Readonly<Record<Limit, string>> = {
  receipt:
    'Terlalu banyak percobaan untuk nomor ini hari ini. Coba lagi besok, atau datang ke kantor desa/kelurahan dengan KTP atau KK.',
  address:
    'Terlalu banyak percobaan dari jaringan ini. Tunggu satu jam, atau tanyakan langsung di kantor desa/kelurahan.',
  begin: 'Terlalu banyak pengajuan dimulai dari jaringan ini. Tunggu satu jam, atau datang ke kantor desa/kelurahan.',
  letter:
    'Terlalu banyak kode surat yang tidak dikenal dari jaringan ini. Tunggu satu jam, atau tanyakan ke Dinas Sosial.',
  send: 'Terlalu banyak pengajuan dikirim dari jaringan ini. Isian tersimpan; kirim lagi satu jam lagi, atau datang ke kantor desa/kelurahan.',
};

/**
 * Takes a try, or refuses (429). The try is counted before anything is looked at, so that a thousand requests at once get no more of
 * them than one after another.
 * @returns gives the try back when it turned out to be no failure
 */
export const requireTry = async (desk: Desk, limit: Limit, subject: string): Promise<() => Promise<void>> => {
  const attempt = attemptOf(desk, limit, subject);
  const taken = await takeTry(desk.platform.db, attempt, LIMITS[limit].most);
  if (!taken) refuse(`portal.batas_${limit}`, 429, SENTENCES[limit]);
  return () => giveTryBack(desk.platform.db, attempt);
};

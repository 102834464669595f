import type { Stage } from '../stage.ts';
import {
  areaIdOf,
  KARANG_ASRI,
  operatorOf,
  passCheck,
  personByNik,
  recordOf,
  SUMBER_REJO,
  type Submitted,
  visit,
} from './steps.ts';

type Told = {
  key: string;
  nik: string;
  kode: string;
  day: number;
  name: string;
  address: string;
  ground: string;
  objector: string;
  reason: string;
  /** How far it has come: just in, the family asked, or looked at again and waiting for the finding. */
  to: 'masuk' | 'ditanya' | 'ditinjau';
};

/** One against row 12 of Sumber Rejo's musdes, one about Bu Sarinem who is listed twice, and one that has just come in. */
const TOLD: readonly Told[] = [
  {
    key: 'sarinem',
    nik: '9901014708540003',
    kode: KARANG_ASRI,
    day: -11,
    name: 'Sarinem',
    address: 'RT 002/RW 001',
    ground: 'tercatat_ganda',
    objector: 'Pak Rejo',
    reason: 'Nama Bu Sarinem tercatat dua kali, makanan lansia datang dua kali ke rumah yang berdekatan.',
    to: 'ditinjau',
  },
  {
    key: 'lastri',
    nik: '9901036408580002',
    kode: SUMBER_REJO,
    day: -4,
    name: 'Lastri',
    address: 'RT 001/RW 001',
    ground: 'sudah_mampu',
    objector: 'Bu Minah',
    reason: 'Baris 12 musdes: rumahnya sudah dibangun anaknya dan anak itu bekerja tetap.',
    to: 'ditanya',
  },
  {
    key: 'hasan',
    nik: '9901031510650003',
    kode: SUMBER_REJO,
    day: -1,
    name: 'Hasan Basri',
    address: 'RT 002/RW 002',
    ground: 'tidak_tinggal',
    objector: 'Pak Giman',
    reason: 'Sejak lebaran orangnya tinggal bersama anaknya di kota, rumahnya kosong.',
    to: 'masuk',
  },
];

const tell = async (stage: Stage, told: Told): Promise<void> => {
  const { key, day, kode } = told;
  const by = operatorOf(kode);
  const personId = await personByNik(stage, by, told.nik);
  if (personId === undefined) return;
  const areaId = await areaIdOf(stage, by, kode);
  const made: Submitted = await stage.as('loket', day, 10).send(`sanggah.${key}`, 'POST', '/api/objection', {
    channel: 'dinsos',
    name: told.name,
    address: told.address,
    areaId,
    objectorDesaId: areaId,
    objectorName: told.objector,
    ground: told.ground,
    reason: told.reason,
    consent: 'tertulis',
  });
  if (told.to === 'masuk') return;
  const operator = stage.as(by, day + 1, 9);
  await operator.step(`sanggah.${key}.taut`, recordOf(made), 'subject', { personId });
  await passCheck(stage, `sanggah.${key}`, made, { by, day: day + 1, isDraft: false });
  await operator.send(`sanggah.${key}.tanya`, 'POST', `/api/objection/${made.usulanId}/question`);
  if (told.to === 'ditanya') return;
  await stage.as(by, day + 4, 11).send(`sanggah.${key}.jawab`, 'POST', `/api/objection/${made.usulanId}/answer`, {
    text: 'Saya pernah didata waktu masih ikut almarhum suami; kartu yang lama belum pernah dikembalikan.',
    how: 'lisan',
  });
  await visit(stage, `sanggah.${key}`, made, {
    by,
    day: day + 5,
    met: 6,
    notes: 'Dua kartu atas nama yang sama, satu rumah.',
  });
};

/** Objections in three states, so that the desk has one to check, one to look at again and one to find upon. */
export const hearObjections = async (stage: Stage): Promise<void> => {
  for (const told of TOLD) await tell(stage, told);
};

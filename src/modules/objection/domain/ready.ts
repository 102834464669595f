import type { LocalDate } from '#kernel/local-date.ts';
import type { About } from './grounds.ts';

/** What must have happened before an objection may be found upon. Codes; the page has the words. */
export type Missing = 'tahap' | 'keluarga_belum_ditanya' | 'jawaban_ditunggu' | 'belum_ditinjau';

type Standing = {
  about: About;
  stage: string | null;
  state: string;
  visits: number;
  question: { answeredOn: LocalDate | null; dueOn: LocalDate } | null;
};

/**
 * What is still missing for a finding: the family was asked and has answered or had its time, somebody looked on the spot, and the
 * objection lies at the last desk. An objection to one's own result asks no family.
 */
export const missingForFinding = (objection: Standing, today: LocalDate): Missing[] => {
  const missing: Missing[] = [];
  if (objection.about === 'daftar') {
    if (!objection.question) missing.push('keluarga_belum_ditanya');
    else if (!objection.question.answeredOn && today <= objection.question.dueOn) missing.push('jawaban_ditunggu');
  }
  if (objection.visits === 0) missing.push('belum_ditinjau');
  if (objection.stage !== 'verifikasi' || objection.state !== 'berjalan') missing.push('tahap');
  return missing;
};

export const MISSING_SENTENCES: Readonly<Record<Missing, string>> = {
  keluarga_belum_ditanya: 'Keluarga belum ditanya. Tanyakan dulu melalui surat pemeriksaan data berkala.',
  jawaban_ditunggu: 'Keluarga masih punya waktu menjawab. Tunggu jawabannya atau sampai batas waktunya lewat.',
  belum_ditinjau: 'Keadaan di lapangan belum diperiksa ulang. Catat kunjungannya dulu.',
  tahap: 'Sanggahan ini belum sampai di meja keputusan Dinas Sosial.',
};

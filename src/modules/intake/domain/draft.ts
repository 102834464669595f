import { type LocalDate, parseLocalDate } from '#kernel/local-date.ts';
import { parseNik } from '#kernel/nik.ts';
import { parseNomorKk } from '#kernel/nomor-kk.ts';
import { refuse } from '#kernel/refusal.ts';

/** The person as somebody typed her, before an officer has linked her to the register. Nothing here is checked against anybody. */
export type Draft = {
  name: string;
  nik?: string | undefined;
  nomorKk?: string | undefined;
  birthOn?: LocalDate | undefined;
  sex?: 'L' | 'P' | undefined;
  address: string;
  rtAreaId?: number | undefined;
  phone?: string | undefined;
  /** The neighbour an RT head picked from his list: a hint for the officer who links. */
  suggestedPersonId?: string | undefined;
};

/** Refuses what cannot be a person: no name, a birth date that does not exist or lies ahead. A doubtful NIK is never refused. */
export const requireDraft = (draft: Draft, today: LocalDate): Draft => {
  if (!/\p{L}/u.test(draft.name))
    refuse('usulan.nama_kosong', 422, 'Isi nama orang yang diusulkan.', { fields: { name: 'Isi nama.' } });
  if (draft.address.trim() === '')
    refuse('usulan.alamat_kosong', 422, 'Isi alamat orang yang diusulkan, supaya petugas dapat menemukannya.', {
      fields: { address: 'Isi alamat.' },
    });
  if (
    draft.birthOn !== undefined &&
    (parseLocalDate(draft.birthOn) === undefined || draft.birthOn > today || draft.birthOn < '1900-01-01')
  )
    refuse(
      'usulan.tanggal_lahir',
      422,
      'Tanggal lahir tidak mungkin: periksa hari, bulan, dan tahunnya, atau kosongkan bila tidak tahu.',
      {
        fields: { birthOn: 'Tanggal lahir tidak mungkin.' },
      },
    );
  return { ...draft, name: draft.name.trim().replace(/\s+/g, ' '), address: draft.address.trim() };
};

/** What an officer should look at in the numbers of a draft; sentences without the numbers themselves. */
export const draftDoubts = (draft: Draft, on: LocalDate): string[] => {
  const doubts: string[] = [];
  if (draft.nik) {
    const nik = parseNik(draft.nik, { birthOn: draft.birthOn, sex: draft.sex, on });
    doubts.push(...(nik.ok ? nik.warnings : nik.errors).map((finding) => finding.sentence));
  }
  if (draft.nomorKk) {
    const kk = parseNomorKk(draft.nomorKk);
    if (!kk.ok) doubts.push(...kk.errors.map((finding) => finding.sentence));
  }
  return doubts;
};

/** A number as an officer sees it before revealing: the first and last four digits. */
export const maskDigits = (typed: string): string => {
  const digits = typed.replace(/\D/g, '');
  return digits.length < 12 ? '••••' : `${digits.slice(0, 4)}••••••••${digits.slice(-4)}`;
};

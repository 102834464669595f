import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';

/** A list ratified for the centre (pengesahan), a list of recipients (penetapan), or a change of one (perubahan). */
export const DECREE_KINDS = ['pengesahan', 'penetapan', 'perubahan'] as const;
export type DecreeKind = (typeof DECREE_KINDS)[number];
export const DECREE_STATES = ['rancangan', 'paraf', 'ditandatangani', 'berlaku', 'dicabut'] as const;
export type DecreeState = (typeof DECREE_STATES)[number];
export type HolderKind = 'definitif' | 'plt' | 'plh';

/** One initial of the chain, in order; `given` once it was made, by the person who held the position that day. */
export type ParafStep = {
  readonly positionId: string;
  readonly position: string;
  readonly given: null | { readonly holder: string; readonly kind: HolderKind; readonly at: string };
};

/** What the machine needs of a decree. `draftedOn` is the agency's calendar day. */
export type DecreeLife = {
  readonly state: DecreeState;
  readonly paraf: readonly ParafStep[];
  readonly draftedOn: LocalDate;
};

/** A position somebody may act for today, by holding it or by delegation. */
export type HeldPosition = { readonly positionId: string; readonly holder: string; readonly kind: HolderKind };

export type DecreeAct =
  | { readonly act: 'paraf'; readonly positions: readonly HeldPosition[]; readonly at: Date }
  | { readonly act: 'sign'; readonly number: string; readonly onDate: LocalDate; readonly today: LocalDate }
  | { readonly act: 'putInForce' }
  | { readonly act: 'end'; readonly reason: string };

const STATE_WORDS: Readonly<Record<DecreeState, string>> = {
  rancangan: 'masih rancangan',
  paraf: 'sedang diparaf',
  ditandatangani: 'sudah ditandatangani',
  berlaku: 'sudah berlaku',
  dicabut: 'sudah dicabut atau dibatalkan',
};

/** The step that is waited for, or undefined when every initial was given. */
export const nextParaf = (paraf: readonly ParafStep[]): ParafStep | undefined =>
  paraf.find((step) => step.given === null);

const wrongState = (state: DecreeState, what: string): never =>
  refuse(
    'sk.keadaan',
    409,
    `Dokumen ini ${STATE_WORDS[state]}, jadi belum atau tidak lagi dapat ${what}. Muat ulang halaman ini.`,
    {
      state,
    },
  );

const giveParaf = (life: DecreeLife, positions: readonly HeldPosition[], at: Date) => {
  if (life.state !== 'rancangan' && life.state !== 'paraf') wrongState(life.state, 'diparaf');
  const next = nextParaf(life.paraf);
  if (!next)
    return refuse('sk.paraf_lengkap', 409, 'Semua paraf sudah lengkap; dokumen ini menunggu nomor dan tanda tangan.');
  const mine = positions.find((held) => held.positionId === next.positionId);
  if (!mine)
    return refuse(
      'sk.paraf_bukan_giliran',
      403,
      `Paraf berikutnya milik ${next.position}. Jabatan Anda belum atau tidak ada dalam giliran ini.`,
      {
        waitingFor: next.position,
      },
    );
  const given = { holder: mine.holder, kind: mine.kind, at: at.toISOString() };
  return { state: 'paraf' as const, paraf: life.paraf.map((step) => (step === next ? { ...step, given } : step)) };
};

const sign = (life: DecreeLife, act: Extract<DecreeAct, { act: 'sign' }>) => {
  if (life.state !== 'rancangan' && life.state !== 'paraf') wrongState(life.state, 'ditandatangani');
  const next = nextParaf(life.paraf);
  if (next)
    refuse('sk.paraf_kurang', 409, `Belum bisa ditandatangani: paraf ${next.position} belum ada.`, {
      waitingFor: next.position,
    });
  if (act.number.trim() === '')
    refuse('sk.tanpa_nomor', 422, 'Isi nomor surat atau SK seperti tertulis pada dokumen yang ditandatangani.', {
      fields: { number: 'Isi nomor.' },
    });
  if (act.onDate > act.today)
    refuse(
      'sk.tanggal_depan',
      422,
      'Tanggal dokumen belum tiba. Isi tanggal yang tertulis pada dokumen yang sudah ditandatangani.',
      { fields: { onDate: 'Tanggal ini belum tiba.' } },
    );
  if (act.onDate < life.draftedOn)
    refuse(
      'sk.tanggal_sebelum_rancangan',
      422,
      `Tanggal dokumen lebih awal daripada rancangannya (${formatDate(life.draftedOn)}). Periksa tanggalnya.`,
      { fields: { onDate: 'Lebih awal daripada rancangan.' } },
    );
  return { state: 'ditandatangani' as const, paraf: life.paraf };
};

/**
 * The life of a decree: rancangan → paraf (in the order of the chain) → ditandatangani (number, date, signatory) → berlaku → dicabut.
 * Nothing skips a step; what is not in force yet may be called off, with a reason.
 * @returns the next state and chain; refuses (`sk.*`) with what is missing
 */
export const decideDecree = (life: DecreeLife, act: DecreeAct): { state: DecreeState; paraf: readonly ParafStep[] } => {
  switch (act.act) {
    case 'paraf':
      return giveParaf(life, act.positions, act.at);
    case 'sign':
      return sign(life, act);
    case 'putInForce':
      if (life.state !== 'ditandatangani')
        wrongState(life.state, 'diberlakukan: nomor, tanggal, dan penanda tangan harus tercatat dulu');
      return { state: 'berlaku', paraf: life.paraf };
    case 'end':
      if (life.state === 'dicabut') wrongState(life.state, 'dicabut');
      if (act.reason.trim().length < 10)
        refuse('sk.tanpa_alasan', 422, 'Tulis alasannya, paling sedikit sepuluh huruf, supaya orang lain mengerti.');
      return { state: 'dicabut', paraf: life.paraf };
  }
};

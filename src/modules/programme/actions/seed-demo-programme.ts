import { type Fact, known, unknown } from '#kernel/fact.ts';
import { addDays } from '#kernel/local-date.ts';
import { addFundSource, openLine, recordFundDocument, recordStage } from '#modules/planning/index.ts';
import { NINE_CRITERIA_FIELDS, recordObservations } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import type { Terms } from '../domain/terms.ts';
import { listNominees, type Nominee } from '../sql/nominees.ts';
import { listProgrammeRows } from '../sql/programmes.ts';
import { createProgramme } from './save-terms.ts';

const NAME = 'Permakanan lansia';
const PAGU = 61_500_000n;
const OLDER = 41;
const YOUNGER = 15;

/** The programme of the demo's fifth story: money for 41 of 56 people, one place held, the 42nd the first reserve. */
const termsOn = (ctx: Context): Terms => ({
  juknis:
    'Petunjuk teknis permakanan lansia (contoh). Sasaran: lansia yang sudah diverval, keluarga berdesil 1 sampai 4; bila desil belum diketahui, paling sedikit lima dari sembilan kriteria fakir miskin.',
  juknisFile: null,
  targetUnit: 'orang',
  rules: [
    {
      kind: 'syarat',
      expr: 'sudah_diverval',
      reason: 'Keadaan keluarga sudah dilihat petugas dalam dua belas bulan terakhir.',
      basis: 'Juknis contoh, pasal 3 ayat 1',
    },
    {
      kind: 'syarat',
      expr: 'ada anggota dengan (umur >= 60)',
      reason: 'Permakanan ini untuk lansia 60 tahun ke atas.',
      basis: 'Juknis contoh, pasal 3 ayat 2',
    },
    {
      kind: 'syarat',
      expr: 'desil <= 4',
      reason: 'Untuk keluarga miskin dan rentan.',
      basis: 'Juknis contoh, pasal 4',
    },
    {
      kind: 'pengecualian',
      expr: 'ada anggota dengan (pekerjaan termasuk ["asn", "tni_polri", "pejabat_negara"])',
      reason: 'Ada penghasilan tetap dari negara.',
      basis: 'Juknis contoh, pasal 5 huruf a',
    },
    {
      kind: 'pengecualian',
      expr: 'menerima_program_daerah',
      reason: 'Tidak menerima dua program daerah pada tahun yang sama.',
      basis: 'Juknis contoh, pasal 5 huruf b',
    },
  ],
  unknownPolicy: 'nilai_sembilan_kriteria',
  criteriaLeast: 5,
  rankBy: { by: 'urutan' },
  tieOrder: ['lansia_sendiri', 'umur_tertua', 'kriteria', 'menunggu'],
  benefit: 1_500_000n,
  goods: null,
  period: ctx.today.slice(0, 4),
  maxCount: OLDER + YOUNGER,
  ceiling: null,
  payee: 'anggota',
  payeeRule: 'umur >= 60',
  holdUntil: addDays(ctx.today, 12),
  decreeBy: 'kepala_daerah',
  parafChain: ['kabid', 'sekretaris', 'kepala'],
  quota: [],
  exclusiveGroup: null,
});

const openMoney = async (ctx: Context): Promise<{ lineId: string; baznasLineId: string }> => {
  const year = Number(ctx.today.slice(0, 4));
  const line = {
    year,
    nomenclatureVersion: 'Kepmendagri 900.1.15.5-3406/2024',
    subKegiatan: '1.06.04.2.01.0001',
    subKegiatanName: 'Penyediaan permakanan lanjut usia terlantar',
    accountCode: '5.1.06.01.02.0001',
  };
  const first = `${year}-01-05`;
  const apbd = await addFundSource(ctx, { name: 'APBD Kabupaten', kind: 'apbd' });
  await recordFundDocument(ctx, {
    fundSourceId: apbd,
    kind: 'dpa',
    number: `DPA/A.1/1.06/001/${year}`,
    onDate: first,
    year,
  });
  const lineId = await openLine(
    ctx,
    { ...line, fundSourceId: apbd },
    { stage: 'rka', amount: PAGU, document: `RKA-SKPD ${year}`, onDate: `${year - 1}-11-20` },
  );
  await recordStage(ctx, lineId, 2, { stage: 'dpa', amount: PAGU, document: `DPA-SKPD ${year}`, onDate: first });
  const baznas = await addFundSource(ctx, { name: 'Baznas Kabupaten', kind: 'baznas' });
  const baznasLineId = await openLine(
    ctx,
    { ...line, fundSourceId: baznas, accountCode: '5.1.06.01.01.0001' },
    { stage: 'rka', amount: 15_000_000n, document: 'Surat penawaran Baznas (contoh)', onDate: first },
  );
  await addFundSource(ctx, { name: 'Belanja tidak terduga', kind: 'btt' });
  return { lineId, baznasLineId };
};

/** Answers of a field check: `met` of the nine are met; Bu Tumi's fifth is the one she did not know. */
const answersOf = (met: number, doubt: boolean): Record<string, Fact<boolean>> =>
  Object.fromEntries(
    NINE_CRITERIA_FIELDS.map((field, i) => [field, doubt && i === 4 ? unknown('tidak_tahu') : known(i < met)]),
  );

const verify = async (ctx: Context, nominees: readonly Nominee[]): Promise<void> => {
  for (const [i, nominee] of nominees.entries()) {
    const doubt = nominee.name.toUpperCase() === 'TUMI';
    await recordObservations(ctx, {
      subject: { kind: 'family', id: nominee.familyId },
      formId: 'sembilan_kriteria',
      formNo: 1,
      observedOn: addDays(ctx.today, -20),
      source: 'verval',
      answers: answersOf(doubt ? 4 : 5 + (i % 4), doubt),
    });
  }
};

/**
 * Makes the money and the programme of the demo, and field checks for older people living alone in the register (in the story 56 of
 * them; fewer when the register holds fewer). Repeating it changes nothing.
 * @param ctx an actor of the whole agency without a bidang, or of linjamsos
 * @returns the programme, and how many people stand for it
 */
export const seedDemoProgramme = async (
  ctx: Context,
): Promise<{ programmeId: string; nominees: number } | undefined> => {
  if ((await listProgrammeRows(ctx)).some((p) => p.name.startsWith(NAME))) return undefined;
  const { lineId, baznasLineId } = await openMoney(ctx);
  const year = Number(ctx.today.slice(0, 4));
  const older = await listNominees(ctx, {
    from: '1930-01-01',
    to: `${year - 76}-01-01`,
    limit: OLDER,
    first: ['TUMI'],
  });
  const younger = await listNominees(ctx, {
    from: `${year - 73}-01-01`,
    to: `${year - 61}-01-01`,
    limit: YOUNGER,
    first: ['WIRYO'],
  });
  await verify(ctx, [...older, ...younger]);
  const terms = termsOn(ctx);
  const programmeId = await createProgramme(ctx, {
    name: `${NAME} ${year}`,
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms,
  });
  await createProgramme(ctx, {
    name: `${NAME} dari Baznas ${year}`,
    bidang: 'linjamsos',
    budgetLineId: baznasLineId,
    terms: { ...terms, maxCount: 10 },
  });
  return { programmeId, nominees: older.length + younger.length };
};

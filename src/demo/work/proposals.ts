import type { Stage } from '../stage.ts';
import { KARANG_ASRI_CAST, type Proposed, serialOf } from './cast.ts';
import {
  areaIdOf,
  BUKIT_DAMAI,
  GIRI_KENCANA,
  headsIn,
  KARANG_ASRI,
  nikOf,
  OPERATORS,
  operatorOf,
  passCheck,
  personByNik,
  recordOf,
  SUMBER_REJO,
  type Submitted,
  visit,
} from './steps.ts';

const NAMES: Readonly<Record<string, string>> = {
  [GIRI_KENCANA]: 'Bu Endah',
  [BUKIT_DAMAI]: 'Pak Yanto',
  [SUMBER_REJO]: 'Bu Tatik',
};

/** The operators of three more places, made by the admin two months ago. Nobody knows their passwords; the admin can give them new ones. */
export const makeColleagues = async (stage: Stage): Promise<void> => {
  for (const [kode, username] of Object.entries(OPERATORS)) {
    const name = NAMES[kode];
    if (name === undefined) continue;
    const areaId = await areaIdOf(stage, 'admin', kode);
    await stage.as('admin', -60).send(`akun.${username}`, 'POST', '/api/account', {
      username,
      name,
      kind: 'staf',
      assignment: { role: 'operator_desa', areaId, from: stage.on(-60), basis: 'SK contoh 800/2/2026' },
    });
  }
};

const CHANNEL = { 'rt.karangasri': 'rt', 'operator.karangasri': 'kelurahan', loket: 'dinsos' } as const;
const RELATION = { 'rt.karangasri': 'ketua_rt', 'operator.karangasri': 'petugas', loket: 'keluarga' } as const;
const REPORTER = {
  'rt.karangasri': 'Pak Darto',
  'operator.karangasri': 'Bu Wulan',
  loket: 'Anak yang bersangkutan',
} as const;

/** Submits what the cast's member is proposed for; gives the same receipt when it is done again. */
export const propose = async (stage: Stage, one: Proposed, at: number): Promise<Submitted> => {
  const { name, sex, birthOn, address, by, day, reason } = one;
  const serial = serialOf(at);
  return stage.as(by, day, 8 + (at % 6)).send(`usul.${at}`, 'POST', '/api/usulan', {
    kind: 'baru',
    channel: CHANNEL[by],
    relation: RELATION[by],
    reporterName: REPORTER[by],
    areaId: await areaIdOf(stage, by === 'rt.karangasri' ? 'operator.karangasri' : by, KARANG_ASRI),
    draft: { name, sex, birthOn, address, ...(serial === undefined ? {} : { nik: nikOf(one, serial) }) },
    consent: by === 'rt.karangasri' ? 'lisan_saksi' : 'tertulis',
    reason,
  });
};

const MISSING: Readonly<Record<string, string>> = {
  Wagirah: 'Foto KK yang terbaca seluruhnya; pada foto sekarang nama anggota terpotong.',
  Tumijan: 'KTP atau surat keterangan dari desa; alamat belum ada nomor rumahnya.',
};

const carry = async (stage: Stage, one: Proposed, at: number): Promise<void> => {
  const [made, by, key] = [await propose(stage, one, at), 'operator.karangasri', `usul.${at}`];
  if (one.to === 'periksa') return;
  if (one.to === 'dilengkapi')
    return stage.as(by, one.day + 1, 11).step(`${key}.minta`, recordOf(made), 'request', {
      reasonCode: 'kk_ktp_kurang',
      missing: MISSING[one.name] ?? 'Foto KK',
    });
  await passCheck(stage, key, made, { by, day: one.day + 1, isDraft: true });
  if (one.to === 'verval') return;
  await visit(stage, key, made, {
    by,
    day: one.day + 4,
    met: one.met ?? 5,
    notes: one.notes ?? 'Rumah didatangi bersama Ketua RT.',
  });
};

type Story = {
  key: string;
  nik: string;
  kode: string;
  kind: string;
  day: number;
  reason: string;
  to: 'periksa' | 'verval' | 'verifikasi';
  reporter: string;
};

/** The stories of the register's own people: Rasyid's card, Yohana's dialysis, Soleh and his son. */
const STORIES: readonly Story[] = [
  {
    key: 'rasyid',
    nik: '9901011711810003',
    kode: GIRI_KENCANA,
    kind: 'keluar_anggota',
    day: -16,
    to: 'verifikasi',
    reporter: 'Abdul Rasyid',
    reason:
      'KK kami masih memuat Guntur Prasetyo, penumpang yang sudah pindah tahun 2023. Bantuan berhenti karena dianggap keluarga ASN.',
  },
  {
    key: 'yohana',
    nik: '9901015901790002',
    kode: BUKIT_DAMAI,
    kind: 'reaktivasi_pbi',
    day: -1,
    to: 'verifikasi',
    reporter: 'Yohana Seran',
    reason: 'PBI-JK nonaktif sejak tanggal 1, padahal harus cuci darah hari Kamis. Surat rumah sakit dilampirkan.',
  },
  {
    key: 'soleh',
    nik: '9901031102680002',
    kode: SUMBER_REJO,
    kind: 'perubahan',
    day: -8,
    to: 'verval',
    reporter: 'Muhammad Soleh',
    reason: 'Data saya tertukar dengan anak saya yang namanya mirip.',
  },
];

const tell = async (stage: Stage, story: Story): Promise<void> => {
  const by = operatorOf(story.kode);
  const subjectPersonId = await personByNik(stage, by, story.nik);
  if (subjectPersonId === undefined) return;
  const made: Submitted = await stage.as('loket', story.day, 8.25).send(`kisah.${story.key}`, 'POST', '/api/usulan', {
    kind: story.kind,
    channel: 'dinsos',
    subjectPersonId,
    reporterName: story.reporter,
    relation: 'diri_sendiri',
    consent: 'tertulis',
    reason: story.reason,
  });
  if (story.to === 'periksa') return;
  await passCheck(stage, `kisah.${story.key}`, made, { by, day: story.day, isDraft: false });
  if (story.to === 'verval' || story.kind === 'reaktivasi_pbi') return;
  await visit(stage, `kisah.${story.key}`, made, {
    by,
    day: story.day + 3,
    met: 4,
    notes: 'Keadaan dicocokkan dengan tetangga dan Ketua RT.',
  });
};

const LATE = [
  { name: 'Yosefina Tallo', sex: 'P', birthOn: '1960-02-20', address: 'Jalan Bukit 3' },
  { name: 'Dominggus Lede', sex: 'L', birthOn: '1955-06-11', address: 'Jalan Bukit 17' },
  { name: 'Maria Goreti', sex: 'P', birthOn: '1972-11-29', address: 'Jalan Bukit 8' },
  { name: 'Paulus Nome', sex: 'L', birthOn: '1967-08-15', address: 'Jalan Damai 21' },
] as const;

/** Kelurahan Bukit Damai is late: visited six weeks ago, no muskel since, and one lies unopened at its desk. */
const leaveBehind = async (stage: Stage): Promise<void> => {
  const by = operatorOf(BUKIT_DAMAI);
  const areaId = await areaIdOf(stage, by, BUKIT_DAMAI);
  for (const [at, draft] of LATE.entries()) {
    const made: Submitted = await stage.as(by, -50 + at).send(`telat.${at}`, 'POST', '/api/usulan', {
      kind: 'baru',
      channel: 'kelurahan',
      draft: { ...draft, nik: nikOf(draft, 801 + at) },
      areaId,
      reporterName: 'Pak Yanto',
      relation: 'petugas',
      consent: 'tertulis',
      reason: 'Diusulkan lewat kantor kelurahan; menunggu muskel.',
    });
    if (at === 3) continue;
    await passCheck(stage, `telat.${at}`, made, { by, day: -48, isDraft: true });
    await visit(stage, `telat.${at}`, made, { by, day: -44, met: 6 });
  }
};

/** Everything that was proposed in the last seven weeks, up to where its desk has brought it. */
export const makeProposals = async (stage: Stage): Promise<void> => {
  await leaveBehind(stage);
  for (const [at, one] of KARANG_ASRI_CAST.entries()) await carry(stage, one, at);
  for (const story of STORIES) await tell(stage, story);
  await askNeighbour(stage);
};

/** A question to the RT head about one of the newest, so that his page asks him something. */
const askNeighbour = async (stage: Stage): Promise<void> => {
  const newest = KARANG_ASRI_CAST.length - 1;
  const made = await propose(stage, KARANG_ASRI_CAST[newest]!, newest);
  await stage.as('operator.karangasri').send('tanya.rt', 'POST', `${recordOf(made)}/rt-question`);
};

/** Families of Sumber Rejo on the agenda of its musdes: of the register, as many of the 37 as the file has. */
export const proposeSumberRejo = async (stage: Stage, kode: string, most: number): Promise<void> => {
  const by = operatorOf(kode);
  const story = await personByNik(stage, by, '9901031102680002');
  const heads = (await headsIn(stage, by, most + 1)).filter((id) => id !== story).slice(0, most);
  for (const [at, subjectPersonId] of heads.entries()) {
    const made: Submitted = await stage.as(by, -22 + (at % 5), 8 + (at % 7)).send(`rejo.${at}`, 'POST', '/api/usulan', {
      kind: 'baru',
      channel: 'kelurahan',
      subjectPersonId,
      reporterName: 'Bu Tatik',
      relation: 'petugas',
      consent: 'tertulis',
      reason: 'Diusulkan dari pertemuan RT; keadaan keluarga memburuk tahun ini.',
    });
    await passCheck(stage, `rejo.${at}`, made, { by, day: -17, isDraft: false });
    await visit(stage, `rejo.${at}`, made, { by, day: -14 + (at % 4), met: 3 + (at % 6) });
  }
};

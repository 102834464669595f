import type { Stage } from '../stage.ts';
import { stableId } from './steps.ts';

const NAME = 'Sembako keluarga';
const BENEFIT = '600000';
const PLACES = 40;

type Source = { id: string; kind: string };
const apbdOf = async (stage: Stage, year: number): Promise<string | undefined> => {
  const { items }: { items: Source[] } = await stage.as('perencana').read(`/api/budget/source?year=${year}`);
  return items.find((one) => one.kind === 'apbd')?.id;
};

const lineOf = (year: number, fundSourceId: string) => ({
  year,
  fundSourceId,
  nomenclatureVersion: 'Kepmendagri 900.1.15.5-3406/2024',
  onDate: `${year}-01-05`,
});

/** The terms of the groceries: families of desil 1 and 2 without elders, who have their own programme. */
const termsOn = (stage: Stage) => ({
  juknis: 'Petunjuk teknis sembako keluarga (contoh). Sasaran: keluarga berdesil 1 dan 2 tanpa lansia.',
  targetUnit: 'keluarga',
  rules: [
    {
      kind: 'syarat',
      expr: 'desil <= 2',
      reason: 'Untuk keluarga yang paling miskin.',
      basis: 'Juknis contoh, pasal 3',
    },
    {
      kind: 'pengecualian',
      expr: 'ada anggota dengan (umur >= 60)',
      reason: 'Keluarga dengan lansia dilayani Permakanan lansia.',
      basis: 'Juknis contoh, pasal 4 huruf a',
    },
    {
      kind: 'pengecualian',
      expr: 'ada anggota dengan (pekerjaan termasuk ["asn", "tni_polri", "pejabat_negara"])',
      reason: 'Ada penghasilan tetap dari negara.',
      basis: 'Juknis contoh, pasal 4 huruf b',
    },
  ],
  unknownPolicy: 'kecualikan_dengan_tugas',
  criteriaLeast: null,
  rankBy: { by: 'desil' },
  tieOrder: ['balita', 'anggota_terbanyak', 'menunggu'],
  benefit: BENEFIT,
  period: stage.on(0).slice(0, 4),
  maxCount: PLACES,
  ceiling: null,
  payee: 'kepala',
  payeeRule: null,
  holdUntil: stage.on(14),
  decreeBy: 'kepala_daerah',
  parafChain: ['kabid', 'sekretaris', 'kepala'],
  quota: [],
});

/** The line at its DPA, the programme upon it, and its list prepared. */
const prepareGroceries = async (
  stage: Stage,
): Promise<{ programmeId: string; lineId: string; runId: string } | undefined> => {
  const year = Number(stage.on(0).slice(0, 4));
  const fundSourceId = await apbdOf(stage, year);
  if (fundSourceId === undefined) return undefined;
  const { id: lineId } = await stage.as('perencana').send('sembako.baris', 'POST', '/api/budget/line', {
    ...lineOf(year, fundSourceId),
    subKegiatan: '1.06.05.2.02.0003',
    subKegiatanName: 'Fasilitasi bantuan sosial kesejahteraan keluarga',
    accountCode: '5.1.06.01.01.0003',
    stage: 'dpa',
    amount: '27000000',
    document: `DPA-SKPD ${year}`,
  });
  const { id: programmeId } = await stage.as('kabid').send('sembako.program', 'POST', '/api/programme', {
    name: `${NAME} ${year}`,
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: termsOn(stage),
  });
  const { runId } = await stage.as('kabid').send('sembako.daftar', 'POST', `/api/programme/${programmeId}/list`);
  return { programmeId, lineId, runId };
};

/** From the prepared list to its force: a second person when the sum asks for one, three initials, then number, date and signatory. */
const decreeList = async (stage: Stage, runId: string): Promise<void> => {
  const list = `/api/programme/list/${runId}`;
  const { run } = await stage.as('sekretaris').read(list);
  if (run.needsSecond && run.secondBy === null)
    await stage.as('sekretaris').send('sembako.kedua', 'POST', `${list}/confirmation`, { version: run.version });
  const decree = `/api/sk/${(await stage.as('kabid').read(list)).decree.id}`;
  for (const username of ['kabid', 'sekretaris', 'kadis'])
    await stage.as(username).step(`sembako.paraf.${username}`, decree, 'paraf');
  await stage.as('sekretaris').step('sembako.tanda', decree, 'signature', {
    number: `188.45/14/${stage.on(0).slice(0, 4)}`,
    onDate: stage.on(0),
    headOfRegion: 'Ir. Sutarjo',
  });
  await stage.as('sekretaris').step('sembako.berlaku', decree, 'force');
};

/** The SP2D for half of what is reserved for the list. */
const payOut = async (stage: Stage, lineId: string): Promise<void> => {
  const { reservations } = await stage.as('perencana').read(`/api/budget/line/${lineId}`);
  const [first] = reservations;
  if (!first) return;
  await stage.as('perencana').send('sembako.sp2d', 'POST', `/api/budget/line/${lineId}/sp2d`, {
    amount: (BigInt(first.left) / 2n).toString(),
    number: `SP2D/101/${stage.on(0).slice(0, 4)}`,
    onDate: stage.on(0),
    reservation: first.id,
  });
};

/** One in three is served; the first of them twice, at two desks, by a son with a power of attorney: both are kept, one is marked. */
const handOver = async (stage: Stage, programmeId: string): Promise<void> => {
  const { items } = await stage.as('kabid').read(`/api/entitlement?programmeId=${programmeId}&limit=100`);
  const served = items.slice(0, Math.max(1, Math.floor(items.length / 3)));
  for (const [at, due] of served.entries())
    await stage.as('salur').send(`serah.${at}`, 'POST', '/api/handover', {
      id: stableId(`serah.${due.code}`),
      code: due.code,
      device: 'meja-1',
      desk: '1',
      amount: due.due,
    });
  const [first] = served;
  if (!first) return;
  await stage.as('salur').send('serah.ganda', 'POST', '/api/handover', {
    id: stableId(`ganda.${first.code}`),
    code: first.code,
    device: 'meja-2',
    desk: '2',
    proxy: { name: 'Bayu', relation: 'anak, dengan surat kuasa' },
    amount: first.due,
    alreadyGiven: true,
  });
};

/** A list in force, money paid out, aid handed over and still waiting. The elders' programme is left as it is: to be simulated. */
export const bringAid = async (stage: Stage): Promise<void> => {
  const made = await prepareGroceries(stage);
  if (!made) return;
  await decreeList(stage, made.runId);
  await payOut(stage, made.lineId);
  await handOver(stage, made.programmeId);
};

const LINES = [
  {
    sub: '1.06.04.2.01.0003',
    name: 'Penyediaan alat bantu penyandang disabilitas',
    account: '5.1.06.01.02.0003',
    stage: 'rka',
    amount: '45000000',
    document: 'RKA-SKPD',
  },
  {
    sub: '1.06.06.2.02.0001',
    name: 'Penyediaan makanan korban bencana',
    account: '5.1.06.01.01.0002',
    stage: 'kua_ppas',
    amount: '120000000',
    document: 'KUA-PPAS',
  },
] as const;

/** Further lines of the budget, each at a stage of its own. */
export const openLines = async (stage: Stage): Promise<void> => {
  const year = Number(stage.on(0).slice(0, 4));
  const planner = stage.as('perencana');
  const fundSourceId = await apbdOf(stage, year);
  if (fundSourceId === undefined) return;
  for (const line of LINES)
    await planner.send(`anggaran.${line.sub}`, 'POST', '/api/budget/line', {
      ...lineOf(year, fundSourceId),
      subKegiatan: line.sub,
      subKegiatanName: line.name,
      accountCode: line.account,
      stage: line.stage,
      amount: line.amount,
      document: `${line.document} ${year}`,
    });
};

/** Orders the look for people recorded twice; it finds Bu Sarinem. */
export const orderScan = async (stage: Stage): Promise<void> => {
  await stage.as('verifikator').send('ganda.cari', 'POST', '/api/duplicate-scan');
};

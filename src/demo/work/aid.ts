import type { Stage } from '../stage.ts';
import { stableId } from './steps.ts';

const PROGRAMME = 'Permakanan lansia';
type Line = { id: string; fundSource: string };

/** The elders' list, from its preparation to its force: initials of three, then number, date and signatory. */
const decreeList = async (stage: Stage): Promise<string | undefined> => {
  const year = stage.on(0).slice(0, 4);
  const { items } = await stage.as('kabid').read('/api/programme');
  const programme = items.find((one: { name: string }) => one.name === `${PROGRAMME} ${year}`);
  if (!programme) return undefined;
  const { runId } = await stage.as('kabid').send('daftar.lansia', 'POST', `/api/programme/${programme.id}/list`);
  const list = `/api/programme/list/${runId}`;
  const { run } = await stage.as('sekretaris').read(list);
  if (run.needsSecond && run.secondBy === null)
    await stage.as('sekretaris').send('daftar.lansia.kedua', 'POST', `${list}/confirmation`, { version: run.version });
  const decree = `/api/sk/${(await stage.as('kabid').read(list)).decree.id}`;
  for (const username of ['kabid', 'sekretaris', 'kadis'])
    await stage.as(username).step(`daftar.lansia.paraf.${username}`, decree, 'paraf');
  await stage.as('sekretaris').step('daftar.lansia.tanda', decree, 'signature', {
    number: '14',
    onDate: stage.on(0),
    headOfRegion: 'Ir. Sutarjo',
  });
  await stage.as('sekretaris').step('daftar.lansia.berlaku', decree, 'force');
  return programme.id;
};

/** The SP2D for a part of the list, out of what was reserved for it. */
const payOut = async (stage: Stage): Promise<void> => {
  const year = stage.on(0).slice(0, 4);
  const { items }: { items: Line[] } = await stage.as('perencana').read(`/api/budget/line?year=${year}`);
  for (const { id } of items) {
    const { reservations } = await stage.as('perencana').read(`/api/budget/line/${id}`);
    const [first] = reservations;
    if (!first) continue;
    await stage.as('perencana').send('sp2d.lansia', 'POST', `/api/budget/line/${id}/sp2d`, {
      amount: (BigInt(first.left) / 2n).toString(),
      number: `SP2D/101/${year}`,
      onDate: stage.on(0),
      reservation: first.id,
    });
    return;
  }
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

/** A list in force, money paid out, aid handed over and still waiting. */
export const bringAid = async (stage: Stage): Promise<void> => {
  const programmeId = await decreeList(stage);
  if (programmeId === undefined) return;
  await payOut(stage);
  await handOver(stage, programmeId);
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
  const { items } = await planner.read(`/api/budget/source?year=${year}`);
  const apbd = items.find((one: { kind: string }) => one.kind === 'apbd');
  if (!apbd) return;
  for (const line of LINES)
    await planner.send(`anggaran.${line.sub}`, 'POST', '/api/budget/line', {
      year,
      fundSourceId: apbd.id,
      nomenclatureVersion: 'Kepmendagri 900.1.15.5-3406/2024',
      subKegiatan: line.sub,
      subKegiatanName: line.name,
      accountCode: line.account,
      stage: line.stage,
      amount: line.amount,
      document: `${line.document} ${year}`,
      onDate: `${year}-01-05`,
    });
};

/** Orders the look for people recorded twice; it finds Bu Sarinem. */
export const orderScan = async (stage: Stage): Promise<void> => {
  await stage.as('verifikator').send('ganda.cari', 'POST', '/api/duplicate-scan');
};

import type { Stage } from '../stage.ts';
import { KARANG_ASRI_CAST } from './cast.ts';
import { propose } from './proposals.ts';
import { recordOf } from './steps.ts';

type Outcome =
  | { act: 'approval'; tracks: readonly ('pusat' | 'daerah')[]; batch: 1 | 2 | 'siap' }
  | { act: 'refusal'; reasonCode: string; text: string };

/** What the verifier made of those the meeting agreed to. Two more wait for her. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  Suparmi: { act: 'approval', tracks: ['pusat', 'daerah'], batch: 1 },
  Tukiyem: { act: 'approval', tracks: ['pusat', 'daerah'], batch: 1 },
  'Wiji Astuti': { act: 'approval', tracks: ['pusat'], batch: 1 },
  Kasmirah: { act: 'approval', tracks: ['pusat'], batch: 1 },
  Rubinem: { act: 'approval', tracks: ['pusat'], batch: 2 },
  Painem: { act: 'approval', tracks: ['pusat', 'daerah'], batch: 2 },
  Marsinah: { act: 'approval', tracks: ['pusat'], batch: 'siap' },
  'Slamet Riyadi': {
    act: 'refusal',
    reasonCode: 'belum_memenuhi',
    text: 'Bengkel masih berjalan dengan dua pekerja; hanya dua dari sembilan kriteria terpenuhi.',
  },
};

const idOf = async (stage: Stage, name: string): Promise<string> => {
  const at = KARANG_ASRI_CAST.findIndex((one) => one.name === name);
  return recordOf(await propose(stage, KARANG_ASRI_CAST[at]!, at));
};

const decide = async (stage: Stage, names: readonly string[], day: number): Promise<void> => {
  for (const [at, name] of names.entries()) {
    const outcome = OUTCOMES[name]!;
    const verifier = stage.as('verifikator', day, 9 + at / 4);
    const body =
      outcome.act === 'approval'
        ? { reasonCode: 'memenuhi', tracks: outcome.tracks }
        : { reasonCode: outcome.reasonCode, text: outcome.text };
    await verifier.step(`putus.${name}`, await idOf(stage, name), outcome.act, body);
  }
};

const namesOf = (wanted: (outcome: Outcome) => boolean): string[] =>
  Object.entries(OUTCOMES).flatMap(([name, outcome]) => (wanted(outcome) ? [name] : []));

const send = async (stage: Stage, key: string, day: number): Promise<{ record: string; decree: string }> => {
  const verifier = stage.as('verifikator', day, 10);
  const { batchId } = await verifier.send(`daftar.${key}`, 'POST', '/api/pengesahan', {
    period: stage.on(day).slice(0, 7),
  });
  const record = `/api/pengesahan/${batchId}`;
  await verifier.step(`daftar.${key}.kirim`, record, 'sending');
  const { decreeId } = await verifier.read(record);
  return { record, decree: `/api/sk/${decreeId}` };
};

/** Approves and refuses; the first batch is ratified, the second waits for its initials, one is ready for the next. */
export const decideProposals = async (stage: Stage): Promise<void> => {
  const batch = (no: 1 | 2 | 'siap') => namesOf((outcome) => outcome.act === 'approval' && outcome.batch === no);
  await decide(stage, [...batch(1), ...namesOf(({ act }) => act === 'refusal')], -8);
  const first = await send(stage, 'pertama', -7);
  await stage.as('sekretaris', -6, 9).step('daftar.pertama.paraf', first.decree, 'paraf');
  const { items } = await stage.as('kadis', -5).read(`/api/sk/signers?on=${stage.on(-5)}`);
  await stage.as('kadis', -5, 11).step('daftar.pertama.sah', first.record, 'ratification', {
    number: `400.9/12/${stage.on(-5).slice(0, 4)}`,
    onDate: stage.on(-5),
    holderId: items[0]?.holderId,
  });
  await decide(stage, batch(2), -3);
  await send(stage, 'kedua', -2);
  await decide(stage, batch('siap'), -1);
};

/** Keys two of the four into SIKS-NG with their tickets; the centre has answered for one. Two are still to be keyed. */
export const keyIn = async (stage: Stage): Promise<void> => {
  for (const [at, name] of ['Suparmi', 'Tukiyem'].entries()) {
    const usulanId = (await idOf(stage, name)).split('/').at(-1);
    const operator = stage.as('operator.karangasri', -4, 9 + at);
    await operator.send(`ketik.${name}.lembar`, 'POST', `/api/pengetikan/${usulanId}/sheet`);
    await operator.send(`ketik.${name}.tiket`, 'POST', `/api/pengetikan/${usulanId}/ticket`, {
      version: 1,
      ticket: `TIKET-${7781 + at}`,
    });
  }
  await stage.as('operator.karangasri', -1, 15).send('ketik.hasil', 'POST', '/api/pengetikan/results', {
    ticket: 'TIKET-7781',
    result: 'padan',
  });
};

/**
 * Measures the targeting engine: `node bench/targeting.ts [0.1] [1] [10]` (millions of families; default 0.1 1).
 * Every step is the median of five in CPU milliseconds of this process, beside the ratio to a calibration loop and the
 * part of the measured memory bandwidth that the step's own columns need.
 */
import { judgeColumns, type Tables } from '#engines/aturan/index.ts';
import {
  explainFamily,
  makeSlider,
  type ProgrammeSet,
  type Run,
  readCard,
  readProgrammes,
  runProgrammes,
  type Snapshot,
  scoreColumns,
} from '#engines/targeting/index.ts';
import { orderOf } from '#engines/targeting/order.ts';
import { benchAnswers, benchCard, benchProgrammes, makeRegister } from './targeting-population.ts';

type Step = { step: string; cpuMs: number; wallMs: number; ratio: number; gbPerSecond: number | undefined };

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1]!;

const measure = (work: (round: number) => void, rounds = 5): { cpuMs: number; wallMs: number } => {
  const times = Array.from({ length: rounds }, (_, round) => {
    const [from, wall] = [cpu(), performance.now()];
    work(round);
    return { cpu: cpu() - from, wall: performance.now() - wall };
  });
  return { cpuMs: median(times.map((t) => t.cpu)), wallMs: median(times.map((t) => t.wall)) };
};

/** A fixed piece of integer arithmetic: its time says how fast this machine is today. */
const calibrate = (): number =>
  measure(() => {
    let x = 1;
    for (let i = 0; i < 100_000_000; i++) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0;
    if (x === 42) console.log(x);
  }).cpuMs;

/** Bytes per second of summing a large Float64Array, the simplest thing a column can be used for. */
const bandwidth = (): number => {
  const cells = new Float64Array(16_000_000).fill(1);
  const { cpuMs } = measure(() => {
    let sum = 0;
    for (let i = 0; i < cells.length; i++) sum += cells[i]!;
    if (sum === 42) console.log(sum);
  });
  return (cells.byteLength / cpuMs) * 1000;
};

const forget = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  memory: new Map(),
  tables: { ...snapshot.tables, aggregates: new Map() },
});

const bytesOf = (snapshot: Snapshot, scope: 'family' | 'member'): number =>
  [...snapshot.tables[scope].columns.values()].reduce((sum, c) => sum + c.cells.byteLength, 0);

const benchSize = (millions: number, calibration: number): Step[] => {
  const count = Math.round(millions * 1_000_000);
  const made = makeRegister(count);
  const steps: Step[] = [];
  const note = (step: string, time: { cpuMs: number; wallMs: number }, bytes?: number): void => {
    steps.push({
      step,
      ...time,
      ratio: time.cpuMs / calibration,
      gbPerSecond: bytes === undefined ? undefined : bytes / time.cpuMs / 1e6,
    });
  };
  const card = readCard(benchCard());
  const answers = benchAnswers(count);
  let score: Float64Array = new Float64Array(0);
  note(
    'score, 32 indicators',
    measure(() => {
      score = scoreColumns(card, answers, made.areas, made.area);
    }),
    33 * count,
  );
  answers.clear();
  const snapshot: Snapshot = { ...made, score };
  const set = readProgrammes(benchProgrammes(count));
  const rounds = millions > 2 ? 3 : 5;
  note(
    'full run, 12 programmes, nothing remembered',
    measure(() => {
      runProgrammes(forget(snapshot), set);
    }, rounds),
  );
  const warm = forget(snapshot);
  runProgrammes(warm, set);
  note(
    'full run, order and member aggregates remembered',
    measure(() => {
      runProgrammes({ ...warm }, set);
    }, rounds),
    bytesOf(snapshot, 'family'),
  );
  noteParts(note, snapshot, set, rounds);
  const first = runProgrammes(warm, set);
  const edits = Array.from({ length: 8 }, (_, i) =>
    readProgrammes(benchProgrammes(count, { expr: `ada anggota dengan (umur <= ${6 + i})` })),
  );
  note(
    'edit a member rule, list again',
    measure((i) => {
      runProgrammes(warm, edits[i]!, first);
    }, rounds),
  );
  const desil = Array.from({ length: 8 }, (_, i) =>
    readProgrammes(benchProgrammes(count, { expr: `penghasilan <= ${1_000_000 + 50_000 * i}` })),
  );
  note(
    'edit a family rule, list again',
    measure((i) => {
      runProgrammes(warm, desil[i]!, first);
    }, rounds),
  );
  const money = Array.from({ length: 8 }, (_, i) =>
    readProgrammes(benchProgrammes(count, { ceiling: BigInt(count * (200_000 + 10_000 * i)) })),
  );
  note(
    'edit the money of an exclusive pair with 1,000 quotas, list again',
    measure((i) => {
      runProgrammes(warm, money[i]!, first);
    }, rounds),
  );
  note(
    'read and check 12 programmes',
    measure(() => {
      readProgrammes(benchProgrammes(count));
    }),
  );
  noteDetails(note, first, count);
  return steps;
};

type Note = (step: string, time: { cpuMs: number; wallMs: number }, bytes?: number) => void;

/** The parts of a full run, each with the bytes its columns hold. */
const noteParts = (note: Note, snapshot: Snapshot, set: ProgrammeSet, rounds: number): void => {
  const count = snapshot.count;
  note(
    'part: order by score and id',
    measure(() => {
      orderOf(forget(snapshot), set.programmes[0]!, 'rendah');
    }, rounds),
    (8 + 4 + 4 + 8) * count,
  );
  const judgeAll = (tables: Tables): void => {
    for (const p of set.programmes)
      judgeColumns(
        tables,
        p.rows,
        p.tiers.map((t) => t.rule),
      );
  };
  const fresh = measure(() => judgeAll(forget(snapshot).tables), rounds);
  const warm = forget(snapshot).tables;
  judgeAll(warm);
  const again = measure(() => judgeAll(warm), rounds);
  const members = { cpuMs: fresh.cpuMs - again.cpuMs, wallMs: fresh.wallMs - again.wallMs };
  note('part: member aggregates (once)', members, 2 * bytesOf(snapshot, 'member'));
  note('part: 12 rules, aggregates there', again, 2 * bytesOf(snapshot, 'family'));
};

const noteDetails = (note: Note, run: Run, count: number): void => {
  const result = run.results[1]!;
  let slider = makeSlider(result);
  note(
    'prepare a budget slider',
    measure(() => {
      slider = makeSlider(result);
    }),
  );
  const questions = 10_000;
  const slid = measure(() => {
    for (let q = 0; q < questions; q++) slider!.at(BigInt(q) * BigInt(count) * 100n);
  });
  note('one move of the slider', { cpuMs: slid.cpuMs / questions, wallMs: slid.wallMs / questions });
  explainFamily(run, 'pkh', run.snapshot.idAt(0));
  const traced = measure(() => {
    for (let f = 0; f < 200; f++) explainFamily(run, 'pkh', run.snapshot.idAt((f * 7919) % count));
  });
  note('explain one family (trace, cut line, changes)', { cpuMs: traced.cpuMs / 200, wallMs: traced.wallMs / 200 });
};

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);
const calibration = calibrate();
const reachable = bandwidth();
console.log(
  `calibration ${calibration.toFixed(0)} ms CPU for 1e8 steps · memory bandwidth ${(reachable / 1e9).toFixed(1)} GB/s (sum of doubles)`,
);
for (const millions of sizes.length > 0 ? sizes : [0.1, 1]) {
  console.log(`\n${millions} M families`);
  for (const s of benchSize(millions, calibration)) {
    const speed =
      s.gbPerSecond === undefined
        ? ''
        : `${s.gbPerSecond.toFixed(2)} GB/s, ${((100 * s.gbPerSecond * 1e9) / reachable).toFixed(0)} %`;
    console.log(
      `${s.step.padEnd(66)} ${s.cpuMs.toFixed(s.cpuMs < 1 ? 4 : 1).padStart(10)} CPU ms ${s.wallMs.toFixed(s.wallMs < 1 ? 4 : 1).padStart(10)} wall ms ${s.ratio.toFixed(3).padStart(8)} x ${speed}`,
    );
  }
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024 / 1024).toFixed(2)} GB`);
}

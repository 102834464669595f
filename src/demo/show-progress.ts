import type pg from 'pg';

type Work = {
  agency: string;
  filled: boolean;
  now: string | null;
  name: string | null;
  state: string | null;
  done: number;
  total: number;
};

const WORDS: Readonly<Record<string, string>> = {
  dipetakan: 'menunggu giliran',
  membaca: 'membaca',
  diperiksa: 'memeriksa',
  siap: 'siap',
  memasukkan: 'memasukkan',
};
const LOOK_MS = 1000;
const SAY_AGAIN_MS = 15_000;

const listWork = async (ownerPool: pg.Pool): Promise<Work[]> => {
  const agencies = await ownerPool.query<{ schema_name: string }>(
    'select schema_name from auth.agency where is_demo order by slug desc',
  );
  const work: Work[] = [];
  for (const { schema_name } of agencies.rows) {
    const { rows } = await ownerPool.query<Work>(
      `select g.name as agency, coalesce((g.settings->>'demoFilled')::boolean, false) as filled, g.settings->>'demoNow' as now, f.name, f.state,
              coalesce(f.rows_done, 0) as done, coalesce(f.rows_total, 0) as total
       from ${schema_name}.agency g
       left join ${schema_name}.import_file f on f.state in ('dipetakan', 'membaca', 'diperiksa', 'siap', 'memasukkan')
       order by f.id limit 1`,
    );
    if (rows[0]) work.push(rows[0]);
  }
  return work;
};

const lineOf = ({ agency, now, name, state, done, total }: Work): string =>
  state === null
    ? `${agency}: menyiapkan ${now ?? 'data contoh'}`
    : `${agency}: ${WORDS[state] ?? state} ${done.toLocaleString('id-ID')} dari ${total.toLocaleString('id-ID')} baris (${name})`;

/**
 * Says in the terminal how far the demo's imports are, until all are in: at every new stage and every quarter of a minute. The page
 * Impor shows the same. Never holds up the server; `stop` ends it.
 */
export const showDemoProgress = (ownerPool: pg.Pool, say: (line: string) => void): { stop: () => Promise<void> } => {
  const said = new Map<string, { state: string; at: number }>();
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const work = await listWork(ownerPool);
    const open = work.filter(({ filled }) => !filled);
    for (const one of open) {
      const last = said.get(one.agency);
      const state = `${one.name} ${one.state} ${one.now}`;
      const now = performance.now();
      if (last?.state === state && now - last.at < SAY_AGAIN_MS) continue;
      said.set(one.agency, { state, at: now });
      say(lineOf(one));
    }
    if (open.length === 0 && said.size > 0) say('Data contoh sudah lengkap.');
    isOver = open.length === 0;
  };
  const goOn = async (): Promise<void> => {
    await look().catch(() => {
      isOver = true;
    });
    if (!isOver) timer = setTimeout(() => void goOn(), LOOK_MS).unref();
  };
  void goOn();
  return {
    stop: async () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
};

import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { GENESIS, leafOf, rootOf } from './canonical.ts';
import { anchorFile } from './seal.ts';
import { type Block, listAgencySchemas, listBlocks, listRows, useSchema } from './sql/blocks.ts';

/** What is wrong, where: an agency's schema, a block, and a sentence. */
export type Finding = { schema: string; block: bigint; sentence: string };
export type Verdict = { schema: string; blocks: number; rows: number; lastRoot: string; findings: Finding[] };
/** A root known from outside the database: the anchor file, a printed daily report, a mail. */
export type Anchor = { schema: string; no: bigint; root: string };

export const readAnchors = (dataDir: string): Anchor[] => {
  const file = anchorFile(dataDir);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [schema = '', no = '0', root = ''] = line.split(' ');
      return { schema, no: BigInt(no), root };
    });
};

const checkBlock = async (
  client: pg.ClientBase,
  schema: string,
  block: Block,
  expectedNo: bigint,
  previousRoot: string,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  const add = (sentence: string) => findings.push({ schema, block: block.no, sentence });
  if (block.no !== expectedNo) add(`Blok ${expectedNo} hilang.`);
  if (block.prev_root !== previousRoot) add(`Blok ${block.no} tidak menyambung ke blok sebelumnya.`);
  const rows = await listRows(client, block.seqs);
  const present = new Set(rows.map((row) => row.seq));
  const missing = block.seqs.filter((seq) => !present.has(seq));
  if (missing.length > 0)
    add(`Blok ${block.no}: ${missing.length} catatan hilang (nomor ${missing.slice(0, 5).join(', ')}).`);
  else if (rootOf(block.no, block.prev_root, rows.map(leafOf)) !== block.root)
    add(`Blok ${block.no}: isi catatan berubah setelah disegel.`);
  return findings;
};

const verifyAgency = async (client: pg.ClientBase, schema: string, anchors: readonly Anchor[]): Promise<Verdict> => {
  await useSchema(client, schema);
  const findings: Finding[] = [];
  const roots = new Map<bigint, string>();
  let [no, root, rows] = [0n, GENESIS, 0];
  for (;;) {
    const blocks = await listBlocks(client, no, 200);
    if (blocks.length === 0) break;
    for (const block of blocks) {
      findings.push(...(await checkBlock(client, schema, block, no + 1n, root)));
      [no, root, rows] = [block.no, block.root, rows + block.seqs.length];
      roots.set(no, root);
    }
  }
  for (const anchor of anchors) {
    if (anchor.no > no)
      findings.push({
        schema,
        block: anchor.no,
        sentence: `Ekor terpotong: blok ${anchor.no} pernah ada, sekarang blok terakhir ${no}.`,
      });
    else if (anchor.no > 0n && roots.get(anchor.no) !== anchor.root)
      findings.push({
        schema,
        block: anchor.no,
        sentence: `Blok ${anchor.no} berbeda dari akar yang dicatat di luar basis data.`,
      });
  }
  return { schema, blocks: roots.size, rows, lastRoot: root, findings };
};

/**
 * Recomputes every block of every agency. A change or deletion in the middle breaks a block or the chain; a cut tail is found by
 * the roots known from outside (`anchors`).
 */
export const verifyAudit = async (pool: pg.Pool, anchors: readonly Anchor[]): Promise<Verdict[]> => {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const verdicts: Verdict[] = [];
    for (const schema of await listAgencySchemas(client))
      verdicts.push(
        await verifyAgency(
          client,
          schema,
          anchors.filter((anchor) => anchor.schema === schema),
        ),
      );
    await client.query('commit');
    return verdicts;
  } finally {
    await client.query('set search_path = public').catch(() => {});
    client.release();
  }
};

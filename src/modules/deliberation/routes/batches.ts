import { KINDS, type Kind } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import {
  addToBatch,
  correctBatch,
  dropFromBatch,
  getBatch,
  listChangedRows,
  openNota,
  prepareBatch,
  sendBatch,
} from '../actions/batch.ts';
import { exportBatch } from '../actions/export-siks.ts';
import { ratifyBatch } from '../actions/ratify-batch.ts';
import * as contracts from '../contract/batches.ts';
import { nextParaf } from '../domain/decree.ts';
import { type BatchRow, countBatches, listBatchItems, listBatchRows } from '../sql/batches.ts';
import { type DecreeRow, findDecree } from '../sql/decrees.ts';

const OK = { ok: true } as const;

const lineOf = (batch: BatchRow, decree: DecreeRow | undefined) => ({
  id: batch.id,
  period: batch.period,
  state: batch.state,
  rows: batch.rows,
  replaces: batch.replaces,
  replacedBy: batch.replacedBy,
  notaNumber: batch.notaNumber,
  number: decree?.number ?? null,
  onDate: decree?.onDate ?? null,
  signatory: decree?.signatory ?? null,
  createdByName: batch.createdByName,
  createdAt: batch.createdAt.toISOString(),
  sentAt: batch.sentAt?.toISOString() ?? null,
  version: batch.version,
});

const decreeOf = (ctx: Context, batch: BatchRow) => (batch.decreeId ? findDecree(ctx, batch.decreeId) : undefined);

const list = async (ctx: Context) => {
  const batches = await listBatchRows(ctx);
  const items = [];
  for (const batch of batches) items.push(lineOf(batch, await decreeOf(ctx, batch)));
  return { ready: (await countBatches(ctx)).ready, items };
};

const view = async (ctx: Context, id: string) => {
  const batch = await getBatch(ctx, id);
  const decree = await decreeOf(ctx, batch);
  const changed = new Set(await listChangedRows(ctx, batch));
  return {
    ...lineOf(batch, decree),
    correctionReason: batch.correctionReason,
    rowsHash: batch.rowsHash,
    decreeId: batch.decreeId,
    decreeState: decree?.state ?? null,
    waitingParaf:
      decree && (decree.state === 'rancangan' || decree.state === 'paraf')
        ? (nextParaf(decree.paraf)?.position ?? null)
        : null,
    sentByName: batch.sentByName,
    items: (await listBatchItems(ctx, id)).map((item) => ({
      usulanId: item.usulanId,
      no: item.no,
      name: item.line.name,
      nik: item.line.nik,
      address: item.line.address,
      areaLabel: item.line.areaLabel,
      kindName: KINDS[item.line.kind as Kind]?.[0] ?? item.line.kind,
      receiptNumber: item.line.receiptNumber,
      musyawarah: item.line.musyawarah,
      verval: item.line.verval,
      isChanged: changed.has(item.usulanId),
    })),
  };
};

/** Ratification: the month's batch from draft to ratified, its papers and its export. */
export const registerBatches = (server: Server, dataDir: string): void => {
  serve(server, contracts.listBatches, list);
  serve(server, contracts.prepareBatch, (ctx, { body }) => prepareBatch(ctx, body.period));
  serve(server, contracts.getBatch, (ctx, { params }) => view(ctx, params.id));
  serve(server, contracts.dropFromBatch, async (ctx, { params, body }) => {
    await dropFromBatch(ctx, params.id, body.version, params.usulanId, body.reason);
    return OK;
  });
  serve(server, contracts.addToBatch, async (ctx, { params, body }) => {
    await addToBatch(ctx, params.id, body.version, body.usulanId);
    return OK;
  });
  serve(server, contracts.sendBatch, (ctx, { params, body }) => sendBatch(ctx, dataDir, params.id, body.version));
  serve(server, contracts.correctBatch, async (ctx, { params, body }) => ({
    batchId: await correctBatch(ctx, params.id, body.reason),
  }));
  serve(server, contracts.ratifyBatch, async (ctx, { params, body }) => {
    await ratifyBatch(ctx, params.id, body.version, {
      number: body.number,
      onDate: body.onDate,
      signer: { holderId: body.holderId },
    });
    return OK;
  });
  serveFile(server, contracts.getNota, (ctx, { params }) => openNota(ctx, dataDir, params.id));
  serveFile(server, contracts.exportBatch, (ctx, { params, query }) => exportBatch(ctx, params.id, query.format));
};

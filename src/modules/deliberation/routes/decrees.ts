import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { endDecree, getDecree, giveParaf, putInForce, recordSignature } from '../actions/decree-life.ts';
import { keepDecreeScan, openDecreeScan } from '../actions/decree-scan.ts';
import { changeParafChain, listParafChains } from '../actions/paraf-chains.ts';
import * as contracts from '../contract/decrees.ts';
import { type DecreeKind, nextParaf } from '../domain/decree.ts';
import { type DecreeRow, listDecreeRows } from '../sql/decrees.ts';
import { getHeadOfRegion, listHeldPositions, listSigners } from '../sql/positions.ts';

const OK = { ok: true } as const;

const waitingFor = (decree: DecreeRow) =>
  decree.state === 'rancangan' || decree.state === 'paraf' ? nextParaf(decree.paraf) : undefined;

const lineOf = (decree: DecreeRow) => ({
  id: decree.id,
  kind: decree.kind,
  title: decree.title,
  state: decree.state,
  number: decree.number,
  onDate: decree.onDate,
  signatory: decree.signatory,
  signedKind: decree.signedKind,
  signedPosition: decree.signedPosition,
  waitingParaf: waitingFor(decree)?.position ?? null,
  preparedByName: decree.preparedByName,
  createdAt: decree.createdAt.toISOString(),
  refKind: decree.refKind,
  refId: decree.refId,
  version: decree.version,
});

/** Recording the signature of a ratification is its own capability; every other decree goes by `decree.record`. */
const mayRecord = (ctx: Context, kind: DecreeKind): boolean =>
  may(ctx.actor, kind === 'pengesahan' ? 'batch.ratify' : 'decree.record');

const requireMayRecord = async (ctx: Context, id: string) => {
  const decree = await getDecree(ctx, id);
  if (!mayRecord(ctx, decree.kind))
    refuse(
      'wewenang.kurang',
      403,
      'Pengesahan dicatat oleh pejabat yang berwenang mengesahkan. Tugas Anda sekarang tidak mencakupnya.',
    );
};

/** Before it is in force whoever initials or prepared it may call it off; afterwards only who records decrees. */
const mayEnd = (ctx: Context, decree: DecreeRow): boolean => {
  if (decree.state === 'dicabut') return false;
  if (decree.state === 'berlaku') return mayRecord(ctx, decree.kind);
  return mayRecord(ctx, decree.kind) || may(ctx.actor, 'decree.paraf') || decree.preparedBy === ctx.actor.accountId;
};

const view = async (ctx: Context, id: string) => {
  const decree = await getDecree(ctx, id);
  const next = waitingFor(decree);
  const held = await listHeldPositions(ctx, ctx.today);
  const isOpen = decree.state === 'rancangan' || decree.state === 'paraf';
  return {
    ...lineOf(decree),
    contentHash: decree.contentHash,
    paraf: decree.paraf.map(({ position, given }) => ({ position, given })),
    recordedByName: decree.recordedByName,
    recordedAt: decree.recordedAt?.toISOString() ?? null,
    inForceAt: decree.inForceAt?.toISOString() ?? null,
    endedReason: decree.endedReason,
    endedByName: decree.endedByName,
    endedAt: decree.endedAt?.toISOString() ?? null,
    hasScan: decree.fileId !== null,
    can: {
      paraf:
        next !== undefined && may(ctx.actor, 'decree.paraf') && held.some((one) => one.positionId === next.positionId),
      // The ratification of a batch is recorded on the batch's own page.
      sign: isOpen && next === undefined && mayRecord(ctx, decree.kind) && decree.refKind !== 'batch',
      putInForce: decree.state === 'ditandatangani' && mayRecord(ctx, decree.kind),
      end: mayEnd(ctx, decree),
    },
  };
};

const signerOf = (body: { holderId?: string | undefined; headOfRegion?: string | undefined }) => {
  if (body.holderId) return { holderId: body.holderId };
  return { headOfRegion: body.headOfRegion ?? '' };
};

/** Decrees of both kinds: initials, signature, force, end, scan; the agency's chains. */
export const registerDecrees = (server: Server, dataDir: string): void => {
  serve(server, contracts.listDecrees, async (ctx, { query }) => ({
    items: (await listDecreeRows(ctx, query)).map(lineOf),
  }));
  serve(server, contracts.listSigners, async (ctx, { query }) => ({
    headOfRegion: await getHeadOfRegion(ctx),
    items: (await listSigners(ctx, query.on ?? ctx.today)).map(({ holderId, position, holder, kind }) => ({
      holderId,
      position,
      holder,
      kind,
    })),
  }));
  serve(server, contracts.getParafChains, listParafChains);
  serve(server, contracts.setParafChain, async (ctx, { params, body }) => {
    await changeParafChain(ctx, params.kind, body.positionIds);
    return OK;
  });
  serve(server, contracts.getDecree, (ctx, { params }) => view(ctx, params.id));
  serve(server, contracts.giveParaf, async (ctx, { params, body }) => {
    await giveParaf(ctx, params.id, body.version);
    return OK;
  });
  serve(server, contracts.recordSignature, async (ctx, { params, body }) => {
    await requireMayRecord(ctx, params.id);
    await recordSignature(ctx, params.id, body.version, {
      number: body.number,
      onDate: body.onDate,
      signer: signerOf(body),
    });
    return OK;
  });
  serve(server, contracts.putInForce, async (ctx, { params, body }) => {
    await requireMayRecord(ctx, params.id);
    await putInForce(ctx, params.id, body.version);
    return OK;
  });
  serve(server, contracts.endDecree, async (ctx, { params, body }) => {
    if (!mayEnd(ctx, await getDecree(ctx, params.id)))
      refuse('wewenang.kurang', 403, 'Dokumen ini tidak dapat Anda cabut atau batalkan pada keadaannya sekarang.');
    await endDecree(ctx, params.id, body.version, body.reason);
    return OK;
  });
  serveUpload(server, contracts.putDecreeScan, async (ctx, { params }, bytes) => {
    await keepDecreeScan(ctx, dataDir, params.id, bytes);
    return OK;
  });
  serveFile(server, contracts.getDecreeScan, (ctx, { params }) => openDecreeScan(ctx, dataDir, params.id));
};

import { maskNik } from '#kernel/nik.ts';
import { KINDS, type Kind } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Server, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { decideRow } from '../actions/decide-row.ts';
import { finishMeeting, openBeritaAcara } from '../actions/finish-meeting.ts';
import {
  changeAgenda,
  changeMeetingDetails,
  getMeeting,
  listMeetingCandidates,
  prepareMeeting,
  recordAttendance,
} from '../actions/meeting.ts';
import { showOverview } from '../actions/meeting-overview.ts';
import { changeMeetingRules, remindLate } from '../actions/meeting-rules.ts';
import { askScanAgain, keepScan, openScan } from '../actions/meeting-scan.ts';
import * as contracts from '../contract/meetings.ts';
import { findMeetingRules } from '../sql/meeting-rules.ts';

const OK = { ok: true } as const;
const kindName = (kind: string): string => KINDS[kind as Kind]?.[0] ?? kind;

const view = async (ctx: Context, id: string) => {
  const { meeting, attendees, agenda, missing, lacking, rules } = await getMeeting(ctx, id);
  return {
    ...meeting,
    minimum: meeting.kind === 'sptjm' ? null : rules.minimum,
    lacking,
    hasScan: meeting.scanFile !== null,
    finishedAt: meeting.finishedAt?.toISOString() ?? null,
    missing,
    attendees,
    rows: agenda.map((row) => ({
      usulanId: row.usulanId,
      no: row.no,
      name: row.name,
      nik: row.nik ? maskNik(row.nik) : '',
      address: row.address,
      rtLabel: row.rtLabel,
      kindName: kindName(row.kind),
      receiptNumber: row.receiptNumber,
      reason: row.reason,
      verval:
        row.vervalResult && row.vervalOn
          ? { result: row.vervalResult, on: row.vervalOn, notes: row.vervalNotes }
          : null,
      verdict: row.verdict,
      verdictReason: row.verdictReason,
      reasonCode: row.reasonCode,
      againstVerval: row.againstVerval,
      conflicts: row.conflicts,
      isHere: meeting.state === 'selesai' || (row.usulanStage === 'musyawarah' && row.usulanState === 'berjalan'),
      version: row.version,
    })),
  };
};

/** Meetings: preparing, attendance, deciding, finishing, their papers. */
export const registerMeetings = (server: Server, dataDir: string): void => {
  serve(server, contracts.listMeetings, (ctx, { query }) => showOverview(ctx, query.month));
  serve(server, contracts.readMeetingRules, (ctx) => findMeetingRules(ctx));
  serve(server, contracts.changeMeetingRules, async (ctx, { body }) => {
    await changeMeetingRules(ctx, body);
    return OK;
  });
  serve(server, contracts.remindLate, async (ctx, { body }) => ({ reminded: await remindLate(ctx, body.areaIds) }));
  serve(server, contracts.prepareMeeting, async (ctx, { body }) => ({ id: await prepareMeeting(ctx, body) }));
  serve(server, contracts.getMeeting, (ctx, { params }) => view(ctx, params.id));
  serve(server, contracts.changeMeeting, async (ctx, { params, body }) => {
    await changeMeetingDetails(ctx, params.id, body.version, body);
    return OK;
  });
  serve(server, contracts.listMeetingCandidates, async (ctx, { params }) => ({
    items: (await listMeetingCandidates(ctx, params.id)).map(({ kind, ...rest }) => ({
      ...rest,
      kindName: kindName(kind),
    })),
  }));
  serve(server, contracts.changeAgenda, async (ctx, { params, body }) => {
    await changeAgenda(ctx, params.id, body.version, body.usulanIds);
    return OK;
  });
  serve(server, contracts.recordAttendance, async (ctx, { params, body }) => ({
    missing: await recordAttendance(ctx, params.id, body.version, body.people),
  }));
  serve(server, contracts.decideRow, (ctx, { params, body }) =>
    decideRow(ctx, params.id, params.usulanId, body.version, body),
  );
  serve(server, contracts.finishMeeting, (ctx, { params, body }) =>
    finishMeeting(ctx, dataDir, params.id, body.version, body.quorumNote),
  );
  serveFile(server, contracts.getBeritaAcara, (ctx, { params }) => openBeritaAcara(ctx, dataDir, params.id));
  serveUpload(server, contracts.putScan, async (ctx, { params }, bytes) => {
    await keepScan(ctx, dataDir, params.id, bytes);
    return OK;
  });
  serveFile(server, contracts.getScan, (ctx, { params }) => openScan(ctx, dataDir, params.id));
  serve(server, contracts.askScanAgain, async (ctx, { params, body }) => {
    await askScanAgain(ctx, params.id, body.version, body.note);
    return OK;
  });
};

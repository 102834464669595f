import { dateInZone, type LocalDate, type Zone } from '#kernel/local-date.ts';
import { KINDS, type Kind, STATES, type UsulanState } from './kinds.ts';
import { STAGE_HOLDERS, STAGE_SENTENCES, STAGES, type Stage, type StageRule, stagesFor } from './stages.ts';

export type ReceiptStep = {
  id: 'diajukan' | Stage;
  label: string;
  standing: 'selesai' | 'sekarang' | 'nanti';
  on: LocalDate | null;
};
/** What the citizen reads: nothing of the register, no name, no number of identity, nobody's rank. */
export type ReceiptView = {
  receiptNumber: string;
  kind: Kind;
  kindName: string;
  state: UsulanState;
  stateName: string;
  submittedOn: LocalDate;
  promisedOn: LocalDate;
  /** One sentence: where it is and who has it, as a role. */
  where: string;
  next: { what: string; by: LocalDate } | null;
  steps: ReceiptStep[];
  /** What she has to do, or null: nothing. */
  asked: string | null;
  mayComplete: boolean;
  mayWithdraw: boolean;
  messages: { at: Date; text: string }[];
  version: number;
};

type Standing = {
  kind: Kind;
  state: UsulanState;
  stage: Stage | null;
  stageNo: number | null;
  asked: string | null;
  dueOn: LocalDate;
  promisedOn: LocalDate;
  citizenClockFrom: Date;
  receiptNumber: string;
  version: number;
};
type Happened = { event: string; stage: string | null; citizen_text: string; at: Date };

const FINISHING = new Set(['usulan.accepted', 'usulan.approved', 'usulan.refused']);

const whereIs = ({ state, stage, asked }: Standing): string => {
  if (state === 'menunggu_pelengkapan') return `Menunggu kelengkapan dari Anda${asked ? '' : ' atau pengusul'}.`;
  if (stage !== null) return `${STAGE_SENTENCES[stage].now}.`;
  if (state === 'disetujui') return 'Disetujui Dinas Sosial.';
  return state === 'ditarik' ? 'Pengajuan ini sudah ditarik.' : 'Belum disetujui. Alasannya tertulis di bawah.';
};

const stepsOf = (
  usulan: Standing,
  order: readonly StageRule[],
  events: readonly Happened[],
  zone: Zone,
): ReceiptStep[] => {
  const doneOn = (stage: Stage): LocalDate | null => {
    const last = events.findLast((event) => event.stage === stage && FINISHING.has(event.event));
    return last ? dateInZone(last.at, zone) : null;
  };
  const rules = stagesFor(order, usulan.kind).map((rule): ReceiptStep => {
    const isPast = usulan.stageNo !== null ? rule.no < usulan.stageNo : doneOn(rule.stage) !== null;
    const standing = rule.no === usulan.stageNo ? 'sekarang' : isPast ? 'selesai' : 'nanti';
    return {
      id: rule.stage,
      label: STAGES[rule.stage][0],
      standing,
      on: standing === 'selesai' ? doneOn(rule.stage) : null,
    };
  });
  return [
    { id: 'diajukan', label: 'Diajukan', standing: 'selesai', on: dateInZone(usulan.citizenClockFrom, zone) },
    ...rules,
  ];
};

const nextOf = (usulan: Standing): ReceiptView['next'] => {
  if (usulan.stage === null) return null;
  const what =
    usulan.state === 'menunggu_pelengkapan'
      ? 'Sampaikan kelengkapan yang diminta'
      : `${STAGES[usulan.stage][0]} oleh ${STAGE_HOLDERS[usulan.stage]}`;
  return { what, by: usulan.dueOn };
};

const mergeMessages = (events: readonly Happened[], notices: readonly { text: string; at: Date }[]) => {
  const all = [...events.map((event) => ({ at: event.at, text: event.citizen_text })), ...notices];
  const seen = new Set<string>();
  return all
    .filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
};

/** The citizen's status page, from the usulan, its order of stages, its steps (oldest first) and what she was told besides. */
export const viewReceipt = (
  usulan: Standing,
  order: readonly StageRule[],
  events: readonly Happened[],
  notices: readonly { text: string; at: Date }[],
  zone: Zone,
): ReceiptView => ({
  receiptNumber: usulan.receiptNumber,
  kind: usulan.kind,
  kindName: KINDS[usulan.kind][0],
  state: usulan.state,
  stateName: STATES[usulan.state][0],
  submittedOn: dateInZone(usulan.citizenClockFrom, zone),
  promisedOn: usulan.promisedOn,
  where: whereIs(usulan),
  next: nextOf(usulan),
  steps: stepsOf(usulan, order, events, zone),
  asked: usulan.state === 'menunggu_pelengkapan' ? usulan.asked : null,
  mayComplete: usulan.state === 'menunggu_pelengkapan',
  mayWithdraw: usulan.stage !== null,
  messages: mergeMessages(events, notices),
  version: usulan.version,
});

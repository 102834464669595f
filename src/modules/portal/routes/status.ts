import { isRefusal, refuse } from '#kernel/refusal.ts';
import { readOwnLetter } from '#modules/letters/index.ts';
import { openCitizenBox, readCitizenBox, setCitizenAddress } from '#modules/messages/index.ts';
import { answerAsFamily, type FamilyQuestion, readFamilyQuestion } from '#modules/objection/index.ts';
import { actOnReceipt } from '../actions/act-on-receipt.ts';
import { enterReceipt } from '../actions/enter-receipt.ts';
import { newDraftId } from '../actions/keep-draft.ts';
import { requireTry } from '../actions/limit-tries.ts';
import { prepareObjection, sendObjection } from '../actions/object-to-outcome.ts';
import { readStatus } from '../actions/read-status.ts';
import type { Fault } from '../domain/read-answer.ts';
import {
  type AgencyVisit,
  asCitizen,
  dayText,
  deskOf,
  dropSlip,
  findSlip,
  formSlip,
  giveSlip,
  goTo,
  inWords,
  onAgency,
  type Portal,
  readFormSlip,
  show,
} from './visit.ts';

const NOTICES: Readonly<Record<string, readonly [id: string, en: string]>> = {
  lengkap: [
    'Kelengkapan Anda sudah diterima. Pengajuan berjalan lagi.',
    'What you sent has arrived. The request goes on.',
  ],
  tarik: ['Pengajuan ini sudah ditarik.', 'The request has been withdrawn.'],
  kabar: [
    'Tersimpan. Bila ada kabar, kami kirim pemberitahuan tanpa isi; isinya tetap dibaca di halaman ini.',
    'Saved. When there is news we send a notice without its content; the content is read on this page.',
  ],
  henti: ['Pemberitahuan dihentikan.', 'No more notices are sent.'],
};

/** The status with its box; opening it marks what was new as seen. */
const readWithBox = (visit: AgencyVisit, usulanId: string) =>
  asCitizen(visit, usulanId, async (ctx) => {
    const { today: _today, ...status } = await readStatus(ctx, usulanId);
    const box = await readCitizenBox(ctx, usulanId, visit.portal.isMailOn);
    const { newSince } = box;
    if (status.view.messages.some(({ at }) => newSince === undefined || at > newSince))
      await openCitizenBox(ctx, usulanId);
    return { ...status, ...box };
  });

type Told = { notice?: string | null; faults?: readonly Fault[]; typed?: string; status?: number };

const showStatus = async (visit: AgencyVisit, usulanId: string, told: Told = {}) => {
  const status = await readWithBox(visit, usulanId);
  const faults = inWords(visit, told.faults ?? []);
  const props = {
    slug: visit.agency.slug,
    zone: visit.agency.zone,
    notice: told.notice ?? null,
    faults,
    typed: told.typed ?? '',
  };
  return show(visit, 'status', { ...props, ...status }, told.status ?? 200);
};

/** The paper of a family that was asked opens its question instead of a proposal. */
const showQuestion = (visit: AgencyVisit, question: FamilyQuestion, faults: readonly Fault[], typed: string) =>
  show(
    visit,
    'familyQuestion',
    { slug: visit.agency.slug, zone: visit.agency.zone, question, faults: inWords(visit, faults), typed },
    faults.length > 0 ? 422 : 200,
  );

const open = async (visit: AgencyVisit) => {
  const usulanId = findSlip(visit, 'tanda');
  if (!usulanId) return show(visit, 'statusEntry', { slug: visit.agency.slug, typed: '', faults: [] });
  giveSlip(visit, 'tanda', usulanId);
  const question = await asCitizen(visit, usulanId, (ctx) => readFamilyQuestion(ctx, usulanId));
  if (question) return showQuestion(visit, question, [], '');
  const letter = await asCitizen(visit, usulanId, (ctx) => readOwnLetter(ctx, usulanId));
  if (letter) return show(visit, 'ownLetter', { slug: visit.agency.slug, zone: visit.agency.zone, letter });
  const told = NOTICES[String((visit.request.query as Record<string, unknown>)['kabar'] ?? '')];
  return showStatus(visit, usulanId, { notice: told ? visit.say(...told) : null });
};

const enter = async (visit: AgencyVisit) => {
  const typed = { number: visit.form['nomor'] ?? '', pin: visit.form['pin'] ?? '' };
  const again = (field: string, text: string, status: number) =>
    show(visit, 'statusEntry', { slug: visit.agency.slug, typed: typed.number, faults: [{ field, text }] }, status);
  try {
    const entered = await enterReceipt(deskOf(visit), visit.request.id, visit.request.ip, typed);
    if (!entered.ok) return await again(entered.field, entered.sentence, 422);
    giveSlip(visit, 'tanda', entered.usulanId);
    return goTo(visit, 'status');
  } catch (error) {
    if (isRefusal(error) && error.status === 429) return again('nomor', error.message, 429);
    throw error;
  }
};

const opened = (visit: AgencyVisit): string =>
  findSlip(visit, 'tanda') ??
  refuse(
    'portal.tanda_lewat',
    401,
    'Halaman status sudah tertutup sendiri setelah 20 menit. Masukkan lagi nomor tanda terima dan PIN.',
  );

const version = (visit: AgencyVisit): number => Number(visit.form['versi']) || 0;

/** What she wrote comes back with the reason when it cannot be taken. */
const refusedAct = (visit: AgencyVisit, usulanId: string, field: string, typed: string) => async (error: unknown) => {
  if (!isRefusal(error)) throw error;
  return showStatus(visit, usulanId, {
    faults: [{ field, text: [error.message, error.message] }],
    typed,
    status: error.status,
  });
};

const complete = async (visit: AgencyVisit) => {
  const usulanId = opened(visit);
  const text = (visit.form['kelengkapan'] ?? '').trim();
  const faulty = (id: string, en: string) =>
    showStatus(visit, usulanId, { faults: [{ field: 'kelengkapan', text: [id, en] }], typed: text, status: 422 });
  if (text.length < 5) return faulty('Tulis apa yang Anda lengkapi.', 'Write what you are sending.');
  if (text.length > 1000) return faulty('Tulis paling banyak 1.000 huruf.', 'Write at most 1,000 characters.');
  return asCitizen(visit, usulanId, (ctx) => actOnReceipt(ctx, usulanId, version(visit), { type: 'complete', text }))
    .then(() => visit.reply.redirect(`/layanan/${visit.agency.slug}/status?kabar=lengkap`, 303))
    .catch(refusedAct(visit, usulanId, 'kelengkapan', text));
};

const WAYS = ['surel', 'wa', 'sms'] as const;

/** Where she wants to hear of news; an empty field takes the way off. */
const setWay = async (visit: AgencyVisit) => {
  const usulanId = opened(visit);
  const channel = WAYS.find((way) => way === visit.form['jalan']) ?? 'surel';
  const typed = (visit.form[`alamat_${channel}`] ?? '').slice(0, 200);
  return asCitizen(visit, usulanId, (ctx) => setCitizenAddress(ctx, usulanId, channel, typed))
    .then((how) =>
      visit.reply.redirect(`/layanan/${visit.agency.slug}/status?kabar=${how === 'disimpan' ? 'kabar' : 'henti'}`, 303),
    )
    .catch(refusedAct(visit, usulanId, `alamat_${channel}`, typed));
};

const showWithdraw = async (visit: AgencyVisit, faults: readonly Fault[]) => {
  const usulanId = opened(visit);
  const { view } = await asCitizen(visit, usulanId, (ctx) => readStatus(ctx, usulanId));
  if (!view.mayWithdraw) return goTo(visit, 'status');
  const props = { slug: visit.agency.slug, number: view.receiptNumber, version: view.version };
  return show(visit, 'withdraw', { ...props, faults: inWords(visit, faults) }, faults.length > 0 ? 422 : 200);
};

const WITHDRAW_REASONS = ['permintaan_warga', 'salah_usul', 'ganda'];

const withdraw = async (visit: AgencyVisit) => {
  const usulanId = opened(visit);
  const reasonCode = WITHDRAW_REASONS.find((code) => code === visit.form['alasan']);
  if (!reasonCode)
    return showWithdraw(visit, [{ field: 'alasan', text: ['Pilih alasan penarikan.', 'Choose why it is withdrawn.'] }]);
  return asCitizen(visit, usulanId, (ctx) =>
    actOnReceipt(ctx, usulanId, version(visit), { type: 'withdraw', reasonCode }),
  )
    .then(() => visit.reply.redirect(`/layanan/${visit.agency.slug}/status?kabar=tarik`, 303))
    .catch(refusedAct(visit, usulanId, 'isi', ''));
};

const answer = async (visit: AgencyVisit) => {
  const id = opened(visit);
  const typed = visit.form['jawaban'] ?? '';
  try {
    await asCitizen(visit, id, (ctx) => answerAsFamily(ctx, id, typed));
    return goTo(visit, 'status');
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const question = await asCitizen(visit, id, (ctx) => readFamilyQuestion(ctx, id));
    if (!question) throw error;
    return showQuestion(visit, question, [{ field: 'jawaban', text: [error.message, error.message] }], typed);
  }
};

const showObjection = async (visit: AgencyVisit, programme: string | null, slip: string, faults: readonly Fault[]) => {
  const usulanId = opened(visit);
  const { objectables } = await asCitizen(visit, usulanId, (ctx) => readStatus(ctx, usulanId));
  const target = objectables.find((candidate) => candidate.programme === programme && candidate.isOpen);
  if (!target) return goTo(visit, 'status');
  const props = { slug: visit.agency.slug, programme, until: dayText(visit, target.until), slip };
  const typed = visit.form['keberatan'] ?? '';
  return show(visit, 'objection', { ...props, typed, faults: inWords(visit, faults) }, faults.length > 0 ? 422 : 200);
};

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';

const object = async (visit: AgencyVisit) => {
  const usulanId = opened(visit);
  const id =
    readFormSlip(visit) ??
    refuse('portal.isian_lain', 409, 'Halaman ini sudah terlalu lama terbuka. Buka lagi dari halaman status.');
  const programme = visit.form['program'] || null;
  const reason = (visit.form['keberatan'] ?? '').trim().slice(0, 800);
  if (reason.length < 10) {
    const text = [
      'Tulis apa yang keliru dengan satu atau dua kalimat.',
      'Write what is wrong in one or two sentences.',
    ] as const;
    return showObjection(visit, programme, formSlip(visit, id), [{ field: 'keberatan', text }]);
  }
  await requireTry(deskOf(visit), 'send', visit.request.ip);
  const given = await asCitizen(visit, usulanId, (ctx) => prepareObjection(ctx, usulanId, id, programme, reason));
  // A second tap made the same objection under the same id; the first one stands.
  await asCitizen(visit, id, (ctx) => sendObjection(ctx, visit.portal.keys, given)).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
  });
  giveSlip(visit, 'isian', id);
  return goTo(visit, 'usul', 'selesai');
};

/** Status: number and PIN in, the page, and what she may do there. */
export const registerStatus = (portal: Portal): void => {
  onAgency(portal, 'GET', '/status', open);
  onAgency(portal, 'POST', '/status', enter);
  onAgency(portal, 'POST', '/status/lengkapi', complete);
  onAgency(portal, 'POST', '/status/jawab', answer);
  onAgency(portal, 'POST', '/status/kabar', setWay);
  onAgency(portal, 'GET', '/status/tarik', (visit) => showWithdraw(visit, []));
  onAgency(portal, 'POST', '/status/tarik', withdraw);
  onAgency(portal, 'GET', '/status/keberatan', (visit) => {
    const { program } = visit.request.query as Record<string, unknown>;
    return showObjection(
      visit,
      typeof program === 'string' && program !== '' ? program : null,
      formSlip(visit, newDraftId()),
      [],
    );
  });
  onAgency(portal, 'POST', '/status/keberatan', object);
  onAgency(portal, 'POST', '/status/keluar', async (visit) => {
    dropSlip(visit, 'tanda');
    dropSlip(visit, 'isian');
    return goTo(visit);
  });
};

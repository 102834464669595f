import { parseReceiptCode } from '#kernel/receipt-code.ts';
import { beginDraft, findDraft, newDraftId } from '../actions/keep-draft.ts';
import { requireTry } from '../actions/limit-tries.ts';
import { type Answers, COMPLAINT_ANSWERS, OBJECTION_ANSWERS } from '../domain/answers.ts';
import { listAgencies } from '../sql/agencies.ts';
import {
  type AgencyVisit,
  asCitizen,
  deskOf,
  findSlip,
  giveSlip,
  goTo,
  onAgency,
  onFront,
  type Portal,
  show,
} from './visit.ts';

const begin = async (visit: AgencyVisit) => {
  const answer = visit.form['sudah'];
  if (answer === 'ya') return goTo(visit, 'status');
  if (answer !== 'belum' && answer !== 'tidak_tahu') {
    const text = visit.say('Pilih salah satu jawaban.', 'Choose one of the answers.');
    return show(visit, 'known', { slug: visit.agency.slug, faults: [{ field: 'sudah', text }] }, 422);
  }
  await requireTry(deskOf(visit), 'begin', visit.request.ip);
  const id = newDraftId();
  await asCitizen(visit, id, (ctx) => beginDraft(ctx, visit.portal.keys, id));
  giveSlip(visit, 'isian', id);
  return goTo(visit, 'usul', 'untuk');
};

/** Objections and complaints are filled in like a proposal, with questions of their own. */
const beginWith = (answers: Answers, first: string) => async (visit: AgencyVisit) => {
  await requireTry(deskOf(visit), 'begin', visit.request.ip);
  const id = newDraftId();
  await asCitizen(visit, id, (ctx) => beginDraft(ctx, visit.portal.keys, id, answers));
  giveSlip(visit, 'isian', id);
  return goTo(visit, 'usul', first);
};

const resume = async (visit: AgencyVisit) => {
  const typed = visit.form['kode'] ?? '';
  const again = (text: string) =>
    show(visit, 'resume', { slug: visit.agency.slug, typed, faults: [{ field: 'kode', text }] }, 422);
  const code = parseReceiptCode(typed);
  if (!code.ok)
    return again(
      visit.say(
        'Kode lanjutan terdiri dari 11 huruf dan angka, misalnya 7KQF-M3XZ-PTC; cocokkan sekali lagi.',
        'A resume code has 11 letters and digits, for example 7KQF-M3XZ-PTC; compare it once more.',
      ),
    );
  const free = await requireTry(deskOf(visit), 'address', visit.request.ip);
  const id = await asCitizen(visit, undefined, (ctx) => findDraft(ctx, visit.portal.keys, code.value));
  if (!id)
    return again(
      visit.say(
        'Kode ini tidak cocok dengan isian yang tersimpan. Isian yang belum dikirim disimpan 14 hari.',
        'No saved answers go with this code. Answers that were not sent are kept for 14 days.',
      ),
    );
  await free();
  giveSlip(visit, 'isian', id);
  return goTo(visit, 'usul', 'lanjut');
};

/** The first pages: which agency, what one can do there, beginning and coming back. */
export const registerStart = (portal: Portal): void => {
  onFront(portal, '/', async (visit) => {
    const agencies = await listAgencies(visit.platform.db);
    return show(visit, 'front', { agencies });
  });
  onFront(portal, '/layanan', async (visit) => visit.reply.redirect('/', 303));
  onAgency(portal, 'GET', '', (visit) =>
    show(visit, 'start', { slug: visit.agency.slug, hasDraft: findSlip(visit, 'isian') !== undefined }),
  );
  onAgency(portal, 'GET', '/usul', (visit) => show(visit, 'known', { slug: visit.agency.slug, faults: [] }));
  onAgency(portal, 'POST', '/usul', begin);
  onAgency(portal, 'GET', '/sanggah', (visit) => show(visit, 'objecting', { slug: visit.agency.slug }));
  onAgency(portal, 'POST', '/sanggah', beginWith(OBJECTION_ANSWERS, 'nama'));
  onAgency(portal, 'POST', '/pengaduan', beginWith(COMPLAINT_ANSWERS, 'tentang'));
  onAgency(portal, 'GET', '/lanjut', (visit) =>
    show(visit, 'resume', { slug: visit.agency.slug, typed: '', faults: [] }),
  );
  onAgency(portal, 'POST', '/lanjut', resume);
};

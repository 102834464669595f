import { partsOf } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { beginDraft, getDraft, keepAnswers, newDraftId, showResumeCode } from '../actions/keep-draft.ts';
import { requireTry } from '../actions/limit-tries.ts';
import { readSentReceipt, sendDraft } from '../actions/send-draft.ts';
import {
  type Answers,
  isQuestion,
  nextQuestion,
  previousQuestion,
  type QuestionId,
  questionNumber,
  questionsOf,
} from '../domain/answers.ts';
import { type Fault, type Form, type Known, readAnswer } from '../domain/read-answer.ts';
import { findPlaceName, listDesa, listKecamatan, listRt, type Place } from '../sql/places.ts';
import { pathOf } from '../web/frame.ts';
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

const noDraft = (): never =>
  refuse(
    'portal.tanpa_isian',
    404,
    'Tidak ada isian yang terbuka di perangkat ini. Mulai pengajuan, atau lanjutkan dengan kode lanjutan.',
  );
const draftId = (visit: AgencyVisit): string => findSlip(visit, 'isian') ?? noDraft();

/** The draft that a form was made for must be the one that is open: a form left over from another proposal changes nothing. */
const postedDraftId = (visit: AgencyVisit): string => {
  const id = draftId(visit);
  if (readFormSlip(visit) !== id)
    refuse(
      'portal.isian_lain',
      409,
      'Halaman ini dari isian lain atau sudah terlalu lama terbuka. Lanjutkan dari halaman depan; yang sudah tersimpan tidak hilang.',
    );
  return id;
};

const placesFor = async (ctx: Context, question: QuestionId, answers: Answers): Promise<Place[]> => {
  if (question === 'kecamatan') return listKecamatan(ctx);
  if (question === 'desa') return listDesa(ctx, answers.kecamatanId ?? 0);
  return question === 'alamat' ? listRt(ctx, answers.desaId ?? 0) : [];
};

const knownOf = (ctx: Context, question: QuestionId, places: readonly Place[]): Known => {
  const ids = new Set(places.map((place) => place.id));
  const only = (wanted: QuestionId) => (question === wanted ? ids : new Set<number>());
  return { today: ctx.today, kecamatan: only('kecamatan'), desa: only('desa'), rt: only('alamat') };
};

const valuesOf = (answers: Answers): Record<string, string> => {
  const birth = answers.birthOn ? partsOf(answers.birthOn) : undefined;
  const isBirthUnknown = answers.passed.includes('lahir') && !birth;
  return {
    untuk: answers.relation ?? '',
    perihal: answers.kind ?? '',
    nama: answers.name ?? '',
    kelamin: answers.sex ?? '',
    hari: String(birth?.day ?? ''),
    bulan: String(birth?.month ?? ''),
    tahun: String(birth?.year ?? ''),
    tidak_tahu: isBirthUnknown ? 'ya' : '',
    dewasa: answers.adult ? 'ya' : '',
    kecamatan: String(answers.kecamatanId ?? ''),
    desa: String(answers.desaId ?? ''),
    alamat: answers.address ?? '',
    rt: String(answers.rtAreaId ?? ''),
    pelapor: answers.reporterName ?? '',
    telepon: answers.phone ?? '',
    alasan: answers.reason ?? '',
    sedesa: answers.sameDesa ? 'ya' : '',
    dasar: answers.ground ?? '',
    tentang: answers.matter ?? '',
    tanpa_nama: answers.isNameless ? 'ya' : '',
  };
};

type Shown = { answers: Answers; places: Place[]; faults: readonly Fault[]; typed: Form | undefined };

const showQuestion = (visit: AgencyVisit, id: string, question: QuestionId, shown: Shown) => {
  const before = previousQuestion(shown.answers, question);
  const { answers, typed } = shown;
  return show(
    visit,
    'question',
    {
      slug: visit.agency.slug,
      view: {
        question,
        number: questionNumber(answers, question),
        count: questionsOf(answers).length,
        isObjection: answers.kind === 'sanggah',
        isComplaint: answers.complains === true,
        isSelf: answers.relation === 'diri_sendiri',
        // What was typed comes back as it was typed; numbers of identity never do.
        values: {
          ...valuesOf(answers),
          ...(typed ? { kelamin: '', tidak_tahu: '', dewasa: '', tanpa_nama: '', ...typed } : {}),
          nik: '',
          kk: '',
        },
        kept: { nik: answers.nik, kk: answers.nomorKk },
        places: shown.places,
        faults: inWords(visit, shown.faults),
        back: before ? pathOf(visit.agency, 'usul', before) : pathOf(visit.agency, 'usul'),
        slip: formSlip(visit, id),
      },
    },
    shown.faults.length > 0 ? 422 : 200,
  );
};

const onward = (visit: AgencyVisit, answers: Answers) => goTo(visit, 'usul', nextQuestion(answers) ?? 'periksa');

const openQuestion = async (visit: AgencyVisit, question: QuestionId) => {
  const id = draftId(visit);
  const { draft, places } = await asCitizen(visit, id, async (ctx) => {
    const draft = await getDraft(ctx, id);
    return { draft, places: await placesFor(ctx, question, draft.answers) };
  });
  if (draft.receiptNumber) return goTo(visit, 'usul', 'selesai');
  const next = nextQuestion(draft.answers);
  const place = questionNumber(draft.answers, question);
  if (place === 0 || (next && place > questionNumber(draft.answers, next)))
    return goTo(visit, 'usul', next ?? 'periksa');
  return showQuestion(visit, id, question, { answers: draft.answers, places, faults: [], typed: undefined });
};

const answerQuestion = async (visit: AgencyVisit, question: QuestionId) => {
  const id = postedDraftId(visit);
  const isLater = visit.form['nanti'] === 'ya';
  const done = await asCitizen(visit, id, async (ctx) => {
    const draft = await getDraft(ctx, id);
    if (draft.receiptNumber) return undefined;
    const places = await placesFor(ctx, question, draft.answers);
    const read = readAnswer(question, draft.answers, visit.form, knownOf(ctx, question, places));
    // A doubtful number is kept at once: it is not shown back, so it would be lost otherwise.
    if (read.faults.length === 0 || isLater || question === 'nomor') await keepAnswers(ctx, id, question, read.answers);
    return { ...read, places };
  });
  if (!done) return goTo(visit, 'usul', 'selesai');
  if (isLater) return goTo(visit, 'usul', 'kode');
  if (done.faults.length === 0) return onward(visit, done.answers);
  return showQuestion(visit, id, question, { ...done, typed: visit.form });
};

const showCheck = async (visit: AgencyVisit, id: string, faults: readonly Fault[]) => {
  const { draft, places } = await asCitizen(visit, id, async (ctx) => {
    const draft = await getDraft(ctx, id);
    const { kecamatanId, desaId, rtAreaId } = draft.answers;
    const name = async (place: number | undefined) => (place ? ((await findPlaceName(ctx, place)) ?? '') : '');
    return {
      draft,
      places: { kecamatan: await name(kecamatanId), desa: await name(desaId), rt: (await name(rtAreaId)) || null },
    };
  });
  if (draft.receiptNumber) return goTo(visit, 'usul', 'selesai');
  if (nextQuestion(draft.answers)) return onward(visit, draft.answers);
  const ticked = {
    consent: visit.form['setuju'] === 'ya',
    skipRt: visit.form['lewati_rt'] === 'ya',
    tied: visit.form['kerabat'] === 'ya',
  };
  const props = { slug: visit.agency.slug, answers: draft.answers, places, slip: formSlip(visit, id) };
  return show(visit, 'check', { ...props, faults: inWords(visit, faults), ticked }, faults.length > 0 ? 422 : 200);
};

const NO_CONSENT: Fault = {
  field: 'setuju',
  text: [
    'Centang persetujuan bila isian sudah benar. Tanpa persetujuan, pengajuan tidak dapat dikirim.',
    'Tick your consent when everything is right. Without it the request cannot be sent.',
  ],
};

const send = async (visit: AgencyVisit) => {
  const id = postedDraftId(visit);
  if (visit.form['nanti'] === 'ya') return goTo(visit, 'usul', 'kode');
  if (visit.form['setuju'] !== 'ya') return showCheck(visit, id, [NO_CONSENT]);
  await requireTry(deskOf(visit), 'send', visit.request.ip);
  await asCitizen(visit, id, (ctx) =>
    sendDraft(ctx, visit.portal.keys, id, {
      skipRt: visit.form['lewati_rt'] === 'ya',
      tied: visit.form['kerabat'] === 'ya',
    }),
  );
  return goTo(visit, 'usul', 'selesai');
};

const showReceipt = async (visit: AgencyVisit) => {
  const id = draftId(visit);
  const receipt = await asCitizen(visit, id, (ctx) => readSentReceipt(ctx, visit.portal.keys, id));
  if (!receipt) return goTo(visit, 'usul', 'lanjut');
  giveSlip(visit, 'tanda', id);
  const isGroup = receipt.view.kind !== 'sanggah' && receipt.view.kind !== 'pengaduan';
  return show(visit, 'receipt', { slug: visit.agency.slug, ...receipt, promisedOn: receipt.view.promisedOn, isGroup });
};

/** Another person of the same house or group: where and who asks are known already; each person gets a receipt of its own. */
const another = async (visit: AgencyVisit) => {
  const sent = draftId(visit);
  const before = await asCitizen(visit, sent, (ctx) => getDraft(ctx, sent));
  if (!before.receiptNumber) return onward(visit, before.answers);
  await requireTry(deskOf(visit), 'begin', visit.request.ip);
  const id = newDraftId();
  await asCitizen(visit, id, (ctx) => beginDraft(ctx, visit.portal.keys, id, before.answers));
  giveSlip(visit, 'isian', id);
  return onward(visit, before.answers);
};

const showCode = async (visit: AgencyVisit) => {
  const id = draftId(visit);
  const draft = await asCitizen(visit, id, (ctx) => getDraft(ctx, id));
  if (draft.receiptNumber) return goTo(visit, 'usul', 'selesai');
  const code = formatReceiptCode(showResumeCode(visit.portal.keys, draft));
  return show(visit, 'code', { slug: visit.agency.slug, code, until: dayText(visit, draft.keepUntil) });
};

const goOn = async (visit: AgencyVisit) => {
  const id = draftId(visit);
  const draft = await asCitizen(visit, id, (ctx) => getDraft(ctx, id));
  return draft.receiptNumber ? goTo(visit, 'usul', 'selesai') : onward(visit, draft.answers);
};

const questionOf = (visit: AgencyVisit): QuestionId => {
  const { question } = visit.request.params as { question: string };
  if (isQuestion(question)) return question;
  return refuse('portal.pertanyaan_tidak_ada', 404, 'Pertanyaan ini tidak ada. Lanjutkan dari halaman depan.');
};

/** Proposing: one question a page, check, send, receipt. */
export const registerPropose = (portal: Portal): void => {
  onAgency(portal, 'GET', '/usul/lanjut', goOn);
  onAgency(portal, 'GET', '/usul/kode', showCode);
  onAgency(portal, 'GET', '/usul/periksa', (visit) => showCheck(visit, draftId(visit), []));
  onAgency(portal, 'POST', '/usul/kirim', send);
  onAgency(portal, 'GET', '/usul/selesai', showReceipt);
  onAgency(portal, 'POST', '/usul/lagi', another);
  onAgency(portal, 'POST', '/usul/tutup', async (visit) => {
    dropSlip(visit, 'isian');
    return goTo(visit);
  });
  onAgency(portal, 'GET', '/usul/:question', (visit) => openQuestion(visit, questionOf(visit)));
  onAgency(portal, 'POST', '/usul/:question', (visit) => answerQuestion(visit, questionOf(visit)));
};

import { isRefusal, refuse } from '#kernel/refusal.ts';
import { addEvidence, getUsulan } from '#modules/intake/index.ts';
import { MOST_PHOTO_BYTES } from '#platform/files/photo.ts';
import { requireTry } from '../actions/limit-tries.ts';
import { type AgencyVisit, asCitizen, deskOf, findSlip, onAgency, type Portal, show } from './visit.ts';

const KINDS = ['rumah', 'ktp', 'kk', 'listrik', 'surat'] as const;
/** The parts of the form around the photo. */
const AROUND_BYTES = 10_000;

const opened = (visit: AgencyVisit): string =>
  findSlip(visit, 'tanda') ??
  refuse(
    'portal.tanda_lewat',
    401,
    'Halaman status sudah tertutup sendiri setelah 20 menit. Masukkan lagi nomor tanda terima dan PIN.',
  );

const DOUBTS: Readonly<Record<string, readonly [id: string, en: string]>> = {
  gelap_atau_buram: [
    'Fotonya tampak gelap atau buram. Jika bisa, kirim satu lagi yang lebih terang.',
    'It looks dark or blurred. If you can, send a brighter one.',
  ],
  kecil: ['Fotonya kecil; tulisannya mungkin tidak terbaca.', 'It is small; print may be unreadable.'],
};

const showPhoto = async (
  visit: AgencyVisit,
  told: { faults?: { field: string; text: string }[]; sent?: string[]; status?: number } = {},
) => {
  const usulanId = opened(visit);
  const { kind } = await asCitizen(visit, usulanId, (ctx) => getUsulan(ctx, usulanId));
  const props = { slug: visit.agency.slug, isObjection: kind === 'sanggah' };
  return show(visit, 'photo', { ...props, faults: told.faults ?? [], sent: told.sent ?? [] }, told.status ?? 200);
};

/** The parts of a posted form with a file. What is no such form gives none. */
const partsOf = async (visit: AgencyVisit): Promise<FormData | undefined> => {
  const { body, headers } = visit.request;
  if (!Buffer.isBuffer(body)) return undefined;
  const type = headers['content-type'] ?? '';
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => undefined);
};

const add = (dataDir: string) => async (visit: AgencyVisit) => {
  const usulanId = opened(visit);
  const parts = await partsOf(visit);
  const kind = KINDS.find((one) => one === parts?.get('jenis'));
  const file = parts?.get('foto');
  const again = (field: string, id: string, en: string) =>
    showPhoto(visit, { faults: [{ field, text: visit.say(id, en) }], status: 422 });
  if (!kind) return again('jenis', 'Pilih foto apa ini.', 'Choose what it is a photo of.');
  if (!(file instanceof File) || file.size === 0)
    return again('foto', 'Pilih fotonya dulu.', 'Choose the photo first.');
  await requireTry(deskOf(visit), 'send', visit.request.ip);
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const { doubts } = await asCitizen(visit, usulanId, (ctx) =>
      addEvidence(ctx, dataDir, usulanId, { kind, name: `${kind}.jpg`, bytes, place: null }),
    );
    const warned = doubts.flatMap((doubt) => (DOUBTS[doubt] ? [visit.say(...DOUBTS[doubt])] : []));
    return await showPhoto(visit, { sent: [visit.say('Foto sudah diterima.', 'The photo has arrived.'), ...warned] });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return showPhoto(visit, { faults: [{ field: 'foto', text: error.message }], status: error.status });
  }
};

/** Photos of the citizen’s own request; a body that says it is larger than a photo may be is refused before it is read. */
export const registerPhoto = (portal: Portal, dataDir: string): void => {
  portal.server.http.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  onAgency(portal, 'GET', '/status/foto', (visit) => showPhoto(visit));
  onAgency(portal, 'POST', '/status/foto', add(dataDir), MOST_PHOTO_BYTES + AROUND_BYTES);
};

import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatDate, type Language, type LocalDate } from '#kernel/local-date.ts';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { refuseForeignOrigin } from '#modules/identity/index.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import type { Server } from '#platform/http/serve.ts';
import { portalActor } from '../domain/portal-actor.ts';
import type { Fault, Form } from '../domain/read-answer.ts';
import { type PortalKeys, readSlip, writeSlip } from '../domain/sealed.ts';
import { type AgencyCard, findAgency } from '../sql/agencies.ts';
import type { ShownFault } from '../web/Fields.tsx';
import { type Frame, pathOf, type Say, sayIn } from '../web/frame.ts';
import type { PageName, PageProps } from '../web/pages.tsx';

/** What all pages share: the server, the keys, the stylesheet, and the pages themselves (transformed when the server starts). */
export type Portal = {
  server: Server;
  keys: PortalKeys;
  css: string;
  isSecure: boolean;
  /** The installation can send mail. */
  isMailOn: boolean;
  pages: Promise<typeof import('../web/pages.tsx')>;
};

/** One request to the portal. */
export type Visit = {
  portal: Portal;
  platform: Platform;
  request: FastifyRequest;
  reply: FastifyReply;
  language: Language;
  say: Say;
  form: Form;
};
/** One request to the pages of an agency. */
export type AgencyVisit = Visit & { agency: AgencyCard };

const LANGUAGE_COOKIE = 'rukun_bahasa';
const MOST_TYPED = 4_000;

const languageOf = ({ isSecure }: Portal, request: FastifyRequest, reply: FastifyReply): Language => {
  const asked = (request.query as Record<string, unknown>)['bahasa'];
  if (asked === 'id' || asked === 'en') {
    const settings = { path: '/', sameSite: 'lax', httpOnly: true, secure: isSecure, maxAge: 31_536_000 } as const;
    reply.setCookie(LANGUAGE_COOKIE, asked, settings);
    return asked;
  }
  return request.cookies[LANGUAGE_COOKIE] === 'en' ? 'en' : 'id';
};

const formOf = (request: FastifyRequest): Form => {
  const body = typeof request.body === 'object' && request.body !== null ? request.body : {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return [name, typeof last === 'string' ? last.slice(0, MOST_TYPED).replaceAll('\u0000', '') : ''];
    }),
  );
};

const frameOf = (visit: Visit & { agency?: AgencyCard }): Frame => ({
  language: visit.language,
  here: visit.request.method === 'GET' ? (visit.request.url.split('?')[0] ?? '/') : wayBack(visit),
  css: visit.portal.css,
  agency: visit.agency ?? null,
});
/** A page that answers a post is found again at the page that posted. */
const wayBack = ({ request }: Visit): string =>
  (request.url.split('?')[0] ?? '/')
    .replace(/\/usul\/kirim$/, '/usul/periksa')
    .replace(/\/status\/(lengkapi|jawab|kabar)$/, '/status');

/** Sends a page. Nothing of it is kept by the browser or a proxy. */
export const show = async <N extends PageName>(
  visit: Visit & { agency?: AgencyCard },
  name: N,
  props: Omit<PageProps<N>, 'frame'>,
  status = 200,
): Promise<FastifyReply> => {
  const { renderPage } = await visit.portal.pages;
  const html = renderPage(name, { ...props, frame: frameOf(visit) } as unknown as PageProps<N>);
  return visit.reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-language', visit.language)
    .send(html);
};

/** After a post the browser fetches a page, so that reloading sends nothing again. */
export const goTo = (visit: AgencyVisit, ...parts: string[]): FastifyReply =>
  visit.reply.redirect(pathOf(visit.agency, ...parts), 303);

/** The faults in the reader's language. */
export const inWords = (visit: Visit, faults: readonly Fault[]): ShownFault[] =>
  faults.map(({ field, text }) => ({ field, text: visit.say(...text) }));

export const dayText = (visit: Visit, date: LocalDate): string =>
  formatDate(date, { weekday: true, language: visit.language });

/** Work in the agency's data as the citizen; `receipt` is the one proposal or draft she may see. */
export const asCitizen = <T>(
  visit: AgencyVisit,
  receipt: string | undefined,
  work: (ctx: Context) => Promise<T>,
): Promise<T> =>
  withActor(
    visit.platform,
    portalActor(visit.agency),
    { requestId: visit.request.id, ...(receipt ? { receipt } : {}) },
    work,
  );

/** Where tries are counted. */
export const deskOf = (visit: AgencyVisit) => ({
  platform: visit.platform,
  keys: visit.portal.keys,
  agency: visit.agency,
});

/** Two cookies, each a signed slip for one agency: what is being filled in, and the receipt that was opened. */
const SLIPS = {
  isian: { cookie: 'rukun_isian', minutes: 12 * 60 },
  tanda: { cookie: 'rukun_tanda', minutes: 20 },
} as const;
export type SlipKind = keyof typeof SLIPS;

export const later = (visit: Visit, minutes: number): Date =>
  new Date(visit.platform.clock().getTime() + minutes * 60_000);

export const giveSlip = (visit: AgencyVisit, kind: SlipKind, subject: string): void => {
  const { cookie, minutes } = SLIPS[kind];
  const slip = writeSlip(visit.portal.keys, kind, visit.agency.slug, subject, later(visit, minutes));
  visit.reply.setCookie(cookie, slip, {
    path: pathOf(visit.agency),
    httpOnly: true,
    sameSite: 'lax',
    secure: visit.portal.isSecure,
    maxAge: minutes * 60,
  });
};
export const findSlip = (visit: AgencyVisit, kind: SlipKind): string | undefined =>
  readSlip(
    visit.portal.keys,
    kind,
    visit.agency.slug,
    visit.request.cookies[SLIPS[kind].cookie],
    visit.platform.clock(),
  );
export const dropSlip = (visit: AgencyVisit, kind: SlipKind): void => {
  visit.reply.clearCookie(SLIPS[kind].cookie, { path: pathOf(visit.agency) });
};

/** A form carries what it was made for, signed; a form of another draft is not taken for this one. */
export const formSlip = (visit: AgencyVisit, subject: string): string =>
  writeSlip(visit.portal.keys, 'kunci', visit.agency.slug, subject, later(visit, 24 * 60));
export const readFormSlip = (visit: AgencyVisit): string | undefined =>
  readSlip(visit.portal.keys, 'kunci', visit.agency.slug, visit.form['kunci'], visit.platform.clock());

const foreign = (): never =>
  refuse(
    'asal.asing',
    403,
    'Isian ini datang dari halaman lain, bukan dari halaman ini. Buka halaman depan, lalu ulangi.',
  );

/** A post comes from a page of ours. An origin that is no address (`null`) is none of ours. */
const requireOwnOrigin = (request: FastifyRequest) => {
  if (request.headers.origin !== undefined && !URL.canParse(request.headers.origin)) foreign();
  if (request.headers['sec-fetch-site'] === 'cross-site') foreign();
  refuseForeignOrigin(request);
};

const showRefusal = (visit: Visit & { agency?: AgencyCard }, error: unknown): Promise<FastifyReply> => {
  const { agency, say, request } = visit;
  const links = [
    agency
      ? { href: pathOf(agency), text: say('Ke halaman depan layanan', 'To the first page of the services') }
      : { href: '/', text: say('Ke halaman depan', 'To the first page') },
  ];
  if (isRefusal(error)) {
    const title =
      error.status === 404
        ? say('Halaman tidak ada', 'No such page')
        : say('Belum bisa dilanjutkan', 'This cannot go on yet');
    return show(visit, 'message', { title, lines: [error.message], links }, error.status);
  }
  request.log.error({ err: error }, 'portal page failed');
  const lines = [
    say(
      `Halaman ini sedang bermasalah; yang sudah tersimpan tetap aman. Coba lagi sebentar lagi, atau sebutkan nomor ${request.id} kepada Dinas Sosial.`,
      `This page has a problem; what was saved is safe. Try again in a moment, or tell the agency the number ${request.id}.`,
    ),
  ];
  return show(
    visit,
    'message',
    { title: say('Belum bisa ditampilkan', 'This cannot be shown yet'), lines, links },
    500,
  );
};

const visitOf = (portal: Portal, request: FastifyRequest, reply: FastifyReply): Visit => {
  const language = languageOf(portal, request, reply);
  return {
    portal,
    platform: portal.server.platform,
    request,
    reply,
    language,
    say: sayIn(language),
    form: formOf(request),
  };
};

const unknownAgency = (): never =>
  refuse('dinas.tidak_ada', 404, 'Dinas Sosial dengan alamat ini tidak ada di sini. Pilih dari halaman depan.');

/** A page of the whole installation. */
export const onFront = (portal: Portal, url: string, handler: (visit: Visit) => Promise<FastifyReply>): void => {
  portal.server.http.get(url, async (request, reply) => {
    const visit = visitOf(portal, request, reply);
    return handler(visit).catch((error: unknown) => showRefusal(visit, error));
  });
};

/** A page of one agency. Whatever goes wrong is told on a page, in words. */
export const onAgency = (
  portal: Portal,
  method: 'GET' | 'POST',
  path: string,
  handler: (visit: AgencyVisit) => Promise<FastifyReply>,
  mostBytes?: number,
): void => {
  portal.server.http.route({
    method,
    url: `/layanan/:agency${path}`,
    ...(mostBytes === undefined ? {} : { bodyLimit: mostBytes }),
    handler: async (request, reply) => {
      const visit = visitOf(portal, request, reply);
      const slug = (request.params as { agency: string }).agency;
      let agency: AgencyCard | undefined;
      try {
        agency = (await findAgency(visit.platform.db, slug)) ?? unknownAgency();
        if (method === 'POST') requireOwnOrigin(request);
        return await handler({ ...visit, agency });
      } catch (error) {
        return showRefusal(agency ? { ...visit, agency } : visit, error);
      }
    },
    // What cannot even be read (a body too large, a foreign content type) is answered on a page too.
    errorHandler: (error, request, reply) => {
      const visit = visitOf(portal, request, reply);
      const isLarge = 'statusCode' in error && error.statusCode === 413;
      const lines = [
        isLarge
          ? visit.say(
              'Foto atau isian ini terlalu besar; foto paling besar 12 MB. Yang sudah terkirim tidak hilang.',
              'This is too large; a photo has at most 12 MB. What was sent is not lost.',
            )
          : visit.say(
              'Isian ini tidak terbaca. Buka lagi halamannya, lalu coba lagi.',
              'This could not be read. Open the page again, then try once more.',
            ),
      ];
      const links = [{ href: '/', text: visit.say('Ke halaman depan', 'To the first page') }];
      return show(
        visit,
        'message',
        { title: visit.say('Belum bisa dilanjutkan', 'This cannot go on yet'), lines, links },
        isLarge ? 413 : 400,
      );
    },
  });
};

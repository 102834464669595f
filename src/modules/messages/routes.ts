import type { Platform } from '#platform/db/context.ts';
import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import type { MailSetting } from '#platform/mail/send-mail.ts';
import { changeSetting } from './actions/change-setting.ts';
import { previewTemplate, readTemplates, restoreTemplate, saveTemplate } from './actions/change-words.ts';
import { deliverDue } from './actions/deliver.ts';
import { giveUp, markHanded, resend, shownOut } from './actions/outbox.ts';
import { DELIVER_JOB } from './actions/point-citizen.ts';
import * as contracts from './contract.ts';
import { countOut, countUnread, listBox, listOut, markRead } from './sql/messages.ts';
import { getSetting } from './sql/settings.ts';

const DONE = { done: true } as const;
/** The cursor after a page that was full. */
const nextOf = (rows: readonly { id: string }[], limit: number) =>
  rows.length === limit ? (rows.at(-1)?.id ?? null) : null;

const registerBox = (server: Server) => {
  serve(server, contracts.readBox, async (ctx, { query }) => {
    const items = await listBox(ctx, query.after, query.limit);
    return { items, next: nextOf(items, query.limit) };
  });
  serve(server, contracts.countBox, async (ctx) => ({ unread: await countUnread(ctx) }));
  serve(server, contracts.markBoxRead, async (ctx, { body }) => {
    const read = await markRead(ctx, body.ids);
    await ctx.record({ event: 'box.read', subjectKind: 'account', subjectId: ctx.actor.accountId, after: { read } });
    return { read };
  });
};

type MailShown = { on: boolean; from: string };

const registerOutbox = (server: Server, mail: MailShown) => {
  serve(server, contracts.listOutgoing, async (ctx, { query }) => {
    const rows = await listOut(ctx, query);
    return {
      items: rows.map((row) => shownOut(row, false)),
      next: nextOf(rows, query.limit),
      counts: await countOut(ctx),
      mail,
    };
  });
  serve(server, contracts.resendMessage, async (ctx, { params, body }) => {
    await resend(ctx, params.id, body.version);
    return DONE;
  });
  serve(server, contracts.giveUpMessage, async (ctx, { params, body }) => {
    await giveUp(ctx, params.id, body.version);
    return DONE;
  });
  serve(server, contracts.listHandOver, async (ctx, { query }) => {
    const rows = await listOut(ctx, { state: 'serah', ...query });
    return { items: rows.map((row) => shownOut(row, true)), next: nextOf(rows, query.limit) };
  });
  serve(server, contracts.markHandedOver, async (ctx, { params, body }) => {
    await markHanded(ctx, params.id, body.version);
    return DONE;
  });
};

const registerWords = (server: Server, mail: MailShown) => {
  serve(server, contracts.listTemplates, async (ctx) => ({ items: await readTemplates(ctx) }));
  serve(server, contracts.changeTemplate, async (ctx, { params, body }) => {
    await saveTemplate(ctx, params.code, body);
    return DONE;
  });
  serve(server, contracts.restoreTemplate, async (ctx, { params, body }) => {
    await restoreTemplate(ctx, params.code, body.version);
    return DONE;
  });
  serve(server, contracts.previewTemplate, async (_ctx, { params, body }) => previewTemplate(params.code, body));
  serve(server, contracts.readSetting, async (ctx) => ({ ...(await getSetting(ctx)), mail }));
  serve(server, contracts.changeSetting, async (ctx, { body }) => {
    await changeSetting(ctx, body);
    return DONE;
  });
};

/** What messages need of the installation. */
export type MessageParts = { platform: Platform; dataDir: string; url: string; mail?: MailSetting };

/** Serves boxes, the queue of what leaves, words and settings. */
export const registerMessages = (server: Server, { platform, dataDir, url, mail }: MessageParts): Jobs => {
  const shown = { on: mail !== undefined, from: mail?.from ?? '' };
  registerBox(server);
  registerOutbox(server, shown);
  registerWords(server, shown);
  return {
    [DELIVER_JOB]: ({ agency }, signal) => deliverDue({ platform, dataDir, url, mail }, String(agency), signal),
  };
};

import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, page, typed, uuid, version } from '#platform/http/shapes.ts';

const both = z.object({ id: z.string(), en: z.string() });
const channel = z.enum(['surel', 'wa', 'sms']);
const state = z.enum(['antre', 'terkirim', 'serah', 'gagal', 'batal']);
const done = z.object({ done: z.literal(true) });

export const readBox = contract({
  method: 'GET',
  url: '/api/box',
  summary: 'The messages in one’s own box, the newest first',
  query: page,
  reply: z.object({
    items: z.array(
      z.object({
        id: uuid,
        subject: z.string(),
        body: z.string(),
        href: z.string().nullable(),
        at: instant,
        readAt: instant.nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
export const countBox = contract({
  method: 'GET',
  url: '/api/box/unread',
  summary: 'How many messages of one’s own box are unread',
  reply: z.object({ unread: z.number() }),
});
export const markBoxRead = contract({
  method: 'POST',
  url: '/api/box/reading',
  summary: 'Marks messages of one’s own box as read; without ids, all',
  body: z.object({ ids: z.array(uuid).max(200).optional() }),
  reply: z.object({ read: z.number() }),
});

const out = z.object({
  id: uuid,
  template: z.string(),
  channel,
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  state,
  attempts: z.number(),
  nextTryAt: instant.nullable(),
  fault: z.string().nullable(),
  at: instant,
  sentAt: instant.nullable(),
  version,
});
export const listOutgoing = contract({
  method: 'GET',
  url: '/api/message',
  summary: 'What left or is to leave by mail, WhatsApp or SMS; addresses masked',
  may: 'message.manage',
  query: page.extend({ state: state.optional() }),
  reply: z.object({
    items: z.array(out),
    next: z.string().nullable(),
    counts: z.record(z.string(), z.number()),
    mail: z.object({ on: z.boolean(), from: z.string() }),
  }),
});
export const resendMessage = contract({
  method: 'POST',
  url: '/api/message/:id/resending',
  summary: 'Puts a message that did not arrive in the queue again',
  may: 'message.manage',
  params: idParams,
  body: z.object({ version }),
  reply: done,
});
export const giveUpMessage = contract({
  method: 'POST',
  url: '/api/message/:id/giving-up',
  summary: 'Gives a message up; it stays in the log',
  may: 'message.manage',
  params: idParams,
  body: z.object({ version }),
  reply: done,
});
export const listHandOver = contract({
  method: 'GET',
  url: '/api/message/hand-over',
  summary: 'Texts that wait for an officer who sends them from the office’s phone',
  may: 'message.hand_over',
  query: page,
  reply: z.object({ items: z.array(out), next: z.string().nullable() }),
});
export const markHandedOver = contract({
  method: 'POST',
  url: '/api/message/:id/handing-over',
  summary: 'Marks a text as sent from the office’s phone',
  may: 'message.hand_over',
  params: idParams,
  body: z.object({ version }),
  reply: done,
});

const words = { subject: typed(200, 'Judul'), body: typed(4000, 'Isi pesan') };
const codeParams = z.object({ code: z.string().max(60) });
export const listTemplates = contract({
  method: 'GET',
  url: '/api/message/template',
  summary: 'Kinds of messages with their words in force and their placeholders',
  may: 'message.manage',
  reply: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        name: both,
        reader: z.enum(['warga', 'petugas', 'luar']),
        places: z.array(z.object({ name: z.string(), what: both })),
        subject: z.string(),
        body: z.string(),
        version: z.number(),
      }),
    ),
  }),
});
export const changeTemplate = contract({
  method: 'PUT',
  url: '/api/message/template/:code',
  summary: 'Changes the words of a message; version 0 is the words that come with Rukun',
  may: 'message.manage',
  params: codeParams,
  body: z.object({ ...words, version: z.number().int().min(0) }),
  reply: done,
});
export const restoreTemplate = contract({
  method: 'POST',
  url: '/api/message/template/:code/restoring',
  summary: 'Takes the words that come with Rukun again',
  may: 'message.manage',
  params: codeParams,
  body: z.object({ version: z.number().int().min(0) }),
  reply: done,
});
export const previewTemplate = contract({
  method: 'POST',
  url: '/api/message/template/:code/preview',
  summary: 'What the reader would see, with examples in the placeholders',
  may: 'message.manage',
  params: codeParams,
  body: z.object(words),
  reply: z.object({ subject: z.string(), body: z.string() }),
});

const setting = {
  wa: z.boolean(),
  sms: z.boolean(),
  reportTo: z.array(z.string().max(300)).max(50),
  reportAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Tulis jam sebagai 18:00, antara 00:00 dan 23:59.' }),
  version,
};
export const readSetting = contract({
  method: 'GET',
  url: '/api/message/setting',
  summary: 'Which ways are on, and who gets the daily report',
  may: 'message.manage',
  reply: z.object({ ...setting, mail: z.object({ on: z.boolean(), from: z.string() }) }),
});
export const changeSetting = contract({
  method: 'PUT',
  url: '/api/message/setting',
  summary: 'Switches WhatsApp and SMS on or off, sets the receivers of the daily report',
  may: 'message.manage',
  body: z.object(setting),
  reply: done,
});

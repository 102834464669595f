import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, typed, uuid, version } from '#platform/http/shapes.ts';
import { answers, definition, problem } from './shapes.ts';

const done = z.object({ done: z.literal(true) });
const formNo = z.coerce.number().int().min(1);
const formId = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/, { error: 'Nama formulir tidak dikenal.' });
const published = z.object({ formId: z.string(), no: z.number(), title: z.string(), definition });

export const listForms = contract({
  method: 'GET',
  url: '/api/form',
  summary: 'Forms of field checks: published versions, drafts, and the forms that come with Rukun',
  may: 'form.manage',
  reply: z.object({
    versions: z.array(
      z.object({
        formId: z.string(),
        no: z.number(),
        title: z.string(),
        publishedAt: instant,
        visits: z.number(),
        isInUse: z.boolean(),
      }),
    ),
    drafts: z.array(
      z.object({
        id: uuid,
        title: z.string(),
        fileName: z.string(),
        changedAt: instant,
        changedBy: z.string(),
        problems: z.number(),
      }),
    ),
    templates: z.array(z.object({ id: z.enum(['pendek', 'panjang']), title: z.string() })),
  }),
});

export const importForm = contract({
  method: 'PUT',
  url: '/api/form/draft',
  summary: 'Read an XLSForm workbook (xlsx, at most 3 MB) as the draft of its form',
  may: 'form.manage',
  query: z.object({ name: z.string().trim().max(200).default('formulir.xlsx') }),
  reply: z.object({ id: uuid }),
});
export const startFromTemplate = contract({
  method: 'POST',
  url: '/api/form/draft',
  summary: 'Begin a draft from a form that comes with Rukun',
  may: 'form.manage',
  body: z.object({ template: z.enum(['pendek', 'panjang'], { error: 'Pilih formulir bawaan.' }) }),
  reply: z.object({ id: uuid }),
});
export const readDraft = contract({
  method: 'GET',
  url: '/api/form/draft/:id',
  summary: 'A draft: the form, what is wrong in it by sheet and row, and its test cases',
  may: 'form.manage',
  params: idParams,
  reply: z.object({
    id: uuid,
    formId: z.string(),
    title: z.string(),
    definition,
    fileName: z.string(),
    changedAt: instant,
    changedBy: z.string(),
    version,
    problems: z.array(problem),
    cases: z.array(z.object({ name: z.string(), answers, differences: z.array(z.string()) })),
  }),
});
export const keepCase = contract({
  method: 'POST',
  url: '/api/form/draft/:id/case',
  summary: 'Keep answers as a test case with what the form makes of them now',
  may: 'form.manage',
  params: idParams,
  body: z.object({ version, name: typed(80, 'nama kasus uji'), answers }),
  reply: done,
});
export const dropCase = contract({
  method: 'POST',
  url: '/api/form/draft/:id/case-removal',
  summary: 'Remove a test case',
  may: 'form.manage',
  params: idParams,
  body: z.object({ version, name: z.string().max(80) }),
  reply: done,
});
export const publishForm = contract({
  method: 'POST',
  url: '/api/form/draft/:id/publication',
  summary: 'Make a draft the next, unchangeable version of its form',
  may: 'form.manage',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({ formId: z.string(), no: z.number() }),
});
export const discardDraft = contract({
  method: 'POST',
  url: '/api/form/draft/:id/removal',
  summary: 'Throw a draft away',
  may: 'form.manage',
  params: idParams,
  body: z.object({ version }),
  reply: done,
});
export const exportDraft = contract({
  method: 'GET',
  url: '/api/form/draft/:id/xlsx',
  summary: 'A draft as an XLSForm workbook',
  may: 'form.manage',
  params: idParams,
  reply: z.string(),
});
export const exportVersion = contract({
  method: 'GET',
  url: '/api/form/:formId/:no/xlsx',
  summary: 'A published version as an XLSForm workbook',
  may: 'form.manage',
  params: z.object({ formId, no: formNo }),
  reply: z.string(),
});
export const putInUse = contract({
  method: 'POST',
  url: '/api/form/use',
  summary: 'Ask field checks with this version from now on',
  may: 'form.manage',
  body: z.object({ formId, no: formNo }),
  reply: done,
});
export const readVervalFormInUse = contract({
  method: 'GET',
  url: '/api/form/verval',
  summary: 'The form a field check is asked with now',
  may: 'usulan.verify_field',
  reply: published,
});

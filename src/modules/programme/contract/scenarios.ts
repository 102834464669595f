import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, rupiahDigits, typed, uuid } from '#platform/http/shapes.ts';
import { breakdown, counts, terms } from './shapes.ts';

const scenario = z.object({
  id: uuid,
  name: z.string(),
  note: z.string(),
  by: z.string(),
  at: instant,
  snapshot: z.object({ id: z.string(), at: instant }),
  counts,
  money: z.object({ ceiling: rupiahDigits, spent: rupiahDigits, wanted: rupiahDigits, benefit: rupiahDigits }),
  mayChange: z.boolean(),
});

export const listScenarios = contract({
  method: 'GET',
  url: '/api/programme/:id/scenario',
  summary: 'Scenarios colleagues have saved for a programme, the newest first',
  may: 'programme.read',
  params: idParams,
  reply: z.object({ items: z.array(scenario) }),
});

export const saveScenario = contract({
  method: 'POST',
  url: '/api/programme/:id/scenario',
  summary: 'Save tried terms under a name with what comes out; the terms of the programme stay as they are',
  may: 'programme.prepare',
  params: idParams,
  body: z.object({
    name: typed(80, 'nama skenario', 2),
    note: z.string().trim().max(500, { error: 'Catatan paling panjang 500 huruf.' }).default(''),
    terms,
  }),
  reply: z.object({ id: uuid }),
});

const scenarioParams = z.object({ id: uuid, scenarioId: uuid });

export const getScenario = contract({
  method: 'GET',
  url: '/api/programme/:id/scenario/:scenarioId',
  summary: 'One scenario with its terms, to go on from',
  may: 'programme.read',
  params: scenarioParams,
  reply: scenario.extend({ terms }),
});

export const renewScenario = contract({
  method: 'POST',
  url: '/api/programme/:id/scenario/:scenarioId/renewal',
  summary: 'Compute a scenario again, on the register of now',
  may: 'programme.prepare',
  params: scenarioParams,
  reply: z.object({ id: uuid }),
});

export const removeScenario = contract({
  method: 'DELETE',
  url: '/api/programme/:id/scenario/:scenarioId',
  summary: 'Remove a scenario from the list',
  may: 'programme.prepare',
  params: scenarioParams,
  reply: z.object({ id: uuid }),
});

const face = z.object({ familyId: uuid, name: z.string(), areaLabel: z.string() });

export const compareScenarios = contract({
  method: 'GET',
  url: '/api/programme/:id/scenario-comparison',
  summary: 'Two to four scenarios side by side: counts, money, classes, areas, and who differs from the first',
  may: 'programme.read',
  params: idParams,
  query: z.object({
    ids: z
      .string()
      .max(200)
      .transform((text) => text.split(',').filter((id) => id !== ''))
      .pipe(
        z
          .array(uuid)
          .min(2, { error: 'Pilih dua sampai empat skenario untuk dibandingkan.' })
          .max(4, { error: 'Pilih dua sampai empat skenario untuk dibandingkan.' }),
      ),
  }),
  reply: z.object({
    scenarios: z.array(
      scenario.extend({
        phrases: z.array(z.string()),
        breakdown,
        maxCount: z.number().nullable(),
        quotas: z.number(),
      }),
    ),
    sameRegister: z.boolean(),
    differences: z.array(
      z.object({
        id: uuid,
        cameInCount: z.number(),
        wentOutCount: z.number(),
        cameIn: z.array(face),
        wentOut: z.array(face),
      }),
    ),
    desa: z.array(z.object({ areaId: z.number(), kode: z.string(), label: z.string(), places: z.array(z.number()) })),
  }),
});

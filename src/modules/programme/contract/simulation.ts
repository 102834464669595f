import { z } from 'zod';
import { contract } from '#platform/http/contract.ts';
import { idParams, instant, rupiahDigits, uuid } from '#platform/http/shapes.ts';
import { breakdown, counts, desaRow, familyLine, missingLine, problem, terms, verdict } from './shapes.ts';

const share = z.object({ families: z.number(), rupiah: rupiahDigits });

export const simulateProgramme = contract({
  method: 'POST',
  url: '/api/programme/:id/simulation',
  summary: 'What a list would be under these terms, and what changes against the terms before; writes nothing',
  may: 'programme.read',
  params: idParams,
  body: z.object({ terms, before: terms.nullable().default(null), fresh: z.boolean().default(false) }),
  reply: z.object({
    snapshot: z.object({
      id: z.string(),
      at: instant,
      families: z.number(),
      members: z.number(),
      withoutMembers: z.number(),
    }),
    problems: z.array(problem),
    phrases: z.array(z.string()),
    cases: z.object({
      total: z.number(),
      failing: z.array(z.object({ id: uuid, name: z.string(), expected: verdict, verdict })),
    }),
    outcome: z
      .object({
        counts,
        money: z.object({
          pagu: rupiahDigits,
          tersisa: rupiahDigits,
          ceiling: rupiahDigits,
          spent: rupiahDigits,
          wanted: rupiahDigits,
        }),
        closedBy: z.enum(['pagu', 'jumlah']).nullable(),
        order: z.string(),
        ties: z.string(),
        warnings: z.array(z.string()),
        above: z.array(familyLine),
        below: z.array(familyLine),
        held: z.array(missingLine),
        open: z.array(missingLine),
        openCount: z.number(),
        reserve: z.array(familyLine),
        changes: z.object({
          cameInCount: z.number(),
          wentOutCount: z.number(),
          cameIn: z.array(familyLine),
          wentOut: z.array(familyLine),
        }),
        desa: z.array(desaRow.extend({ change: z.number() })),
        breakdown,
        unmet: z.object({ eligible: share, unknown: share }),
        missingFacts: z.array(z.object({ fact: z.string(), families: z.number() })),
      })
      .nullable(),
  }),
});

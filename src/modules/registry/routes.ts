import type { Context } from '#platform/db/context.ts';
import { writeCsv } from '#platform/files/write-sheet.ts';
import { type Server, serve, serveFile } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { assessPpks } from './actions/assess-ppks.ts';
import { changeCard } from './actions/change-card.ts';
import { correctAddress } from './actions/correct-family.ts';
import { correctPerson } from './actions/correct-person.ts';
import { getFamilySheet } from './actions/get-family-sheet.ts';
import { askToRead, getPersonSheet } from './actions/get-person-sheet.ts';
import { leaveFamily } from './actions/leave-family.ts';
import { getQualityBoard, listQualityPeople } from './actions/list-quality.ts';
import { nameHead } from './actions/name-head.ts';
import { placeInFamily } from './actions/place-in-family.ts';
import { recordObservations } from './actions/record-observations.ts';
import { registerPerson } from './actions/register-person.ts';
import { confirmDeath, reportDeath, withdrawDeath } from './actions/report-death.ts';
import { askNumber, readNumber } from './actions/reveal-number.ts';
import { searchPeople } from './actions/search-people.ts';
import { addNumber, settleNumber } from './actions/settle-number.ts';
import * as contracts from './contract.ts';
import { type IdentityChanges, identityChangesOf } from './domain/identity-fields.ts';
import { type Answer, factOfAnswer, NINE_CRITERIA } from './domain/nine-criteria.ts';
import { listOpenMatters } from './sql/search.ts';

const search = async (ctx: Context, query: { q: string; limit: number }) => {
  const people = await searchPeople(ctx, query);
  const open = new Map(
    (
      await listOpenMatters(
        ctx,
        people.map(({ id }) => id),
      )
    ).map(({ id, ...counts }) => [id, counts]),
  );
  return {
    items: people.map((person) => ({ ...person, open: open.get(person.id) ?? { usulan: 0, aid: 0, tasks: 0 } })),
  };
};

const qualityCsv = async (ctx: Context): Promise<string> => {
  const { items } = await getQualityBoard(ctx);
  const columns = [
    { header: 'Desa/kelurahan' },
    ...[
      'Orang',
      'Tanpa NIK',
      'NIK tidak sah',
      'Nomor dipakai lain',
      'Tanpa atau dua kepala',
      'Lebih dari 12 bulan',
    ].map((header) => ({ header, kind: 'angka' as const })),
  ];
  const rows = items.map((row) => [
    row.desaLabel,
    row.people,
    row.tanpa_nik,
    row.tidak_sah,
    row.dipakai,
    row.kepala,
    row.usang,
  ]);
  let text = '';
  for await (const line of writeCsv(columns, rows)) text += line;
  return text;
};

const registerPeople = (server: Server): void => {
  serve(server, contracts.searchPeopleContract, (ctx, { query }) => search(ctx, query));
  serve(server, contracts.registerPersonContract, (ctx, { body }) =>
    registerPerson(ctx, { ...body, source: 'petugas' }),
  );
  serve(server, contracts.correctPersonContract, (ctx, { params, body: { changes, ...body } }) =>
    correctPerson(ctx, { ...body, personId: params.id, changes: identityChangesOf(changes as IdentityChanges) }),
  );
  serve(server, contracts.reportDeathContract, (ctx, { params, body }) =>
    reportDeath(ctx, { ...body, personId: params.id }),
  );
  serve(server, contracts.confirmDeathContract, (ctx, { params, body }) =>
    confirmDeath(ctx, { ...body, personId: params.id }),
  );
  serve(server, contracts.withdrawDeathContract, (ctx, { params, body }) =>
    withdrawDeath(ctx, { ...body, personId: params.id }),
  );
  serve(server, contracts.addNumberContract, (ctx, { params, body }) =>
    addNumber(ctx, { ...body, personId: params.id }),
  );
  serve(server, contracts.settleNumberContract, (ctx, { params, body }) =>
    settleNumber(ctx, { ...body, personId: params.id }),
  );
  serve(server, contracts.assessPpksContract, (ctx, { params, body }) =>
    assessPpks(ctx, { ...body, personId: params.id }),
  );
};

const registerFamilies = (server: Server): void => {
  serve(server, contracts.addMember, (ctx, { params, body }) =>
    placeInFamily(ctx, { ...body, familyId: params.id, source: 'petugas' }),
  );
  serve(server, contracts.leaveFamilyContract, (ctx, { params, body }) =>
    leaveFamily(ctx, { ...body, personId: params.id }),
  );
  serve(server, contracts.nameHeadContract, (ctx, { params, body }) => nameHead(ctx, { ...body, familyId: params.id }));
  serve(server, contracts.correctAddressContract, (ctx, { params, body: { address, ...body } }) =>
    correctAddress(ctx, { ...body, familyId: params.id, address: address || null }),
  );
  serve(server, contracts.changeCardContract, (ctx, { params, body }) =>
    changeCard(ctx, { ...body, familyId: params.id }),
  );
  serve(server, contracts.recordNineCriteria, (ctx, { params, body }) =>
    recordObservations(ctx, {
      subject: { kind: 'family', id: params.id },
      formId: NINE_CRITERIA.form,
      formNo: NINE_CRITERIA.no,
      observedOn: body.observedOn,
      source: body.source,
      evidence: { alasan: body.reason },
      answers: Object.fromEntries(
        Object.entries(body.answers).map(([field, answer]) => [field, factOfAnswer(answer as Answer)]),
      ),
    }),
  );
};

/** Registers people, families, sheets and the data-quality board. */
export const registerRegistry = (server: Server): Jobs => {
  registerPeople(server);
  registerFamilies(server);
  serve(server, contracts.getPerson, (ctx, { params, query }) => getPersonSheet(ctx, params.id, query.purpose));
  serve(server, contracts.askToReadPerson, (ctx, { params, body }) => askToRead(ctx, params.id, body.text));
  serve(server, contracts.getFamily, (ctx, { params, query }) => getFamilySheet(ctx, params.id, query.purpose));
  serve(server, contracts.revealNumber, (ctx, { params, body }) => askNumber(ctx, { ...body, numberId: params.id }));
  serve(server, contracts.readRevealedNumber, (ctx, { params }) => readNumber(ctx, params.id));
  serve(server, contracts.getQuality, (ctx) => getQualityBoard(ctx));
  serve(server, contracts.listQualityFindings, (ctx, { query }) =>
    listQualityPeople(ctx, { ...query, after: query.after }),
  );
  serveFile(server, contracts.getQualityCsv, async (ctx) => ({
    name: `mutu-data-${ctx.today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: await qualityCsv(ctx),
  }));
  return {};
};

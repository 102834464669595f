import { type Server, serve } from '#platform/http/serve.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { listEvents } from './actions/list-events.ts';
import { placeBelow, readPlacement } from './actions/place-below.ts';
import { previewChange } from './actions/preview-change.ts';
import { recordChange } from './actions/record-change.ts';
import * as contracts from './contract.ts';
import { listAreasByWords } from './sql/find-areas.ts';
import { listPlacesOn } from './sql/places.ts';

export const registerArea = (server: Server): Jobs => {
  serve(server, contracts.listAreas, async (ctx, { query }) => ({ items: await listAreasByWords(ctx, query) }));
  serve(server, contracts.listAreasOn, async (ctx, { params }) => ({ items: await listPlacesOn(ctx, params.day) }));
  serve(server, contracts.previewAreaChange, (ctx, { body }) => previewChange(ctx, body.change));
  serve(server, contracts.recordAreaChange, (ctx, { body }) => recordChange(ctx, body.change, body.version));
  serve(server, contracts.listAreaEvents, async (ctx) => ({ items: await listEvents(ctx) }));
  serve(server, contracts.readAreaPlacement, (ctx, { params }) => readPlacement(ctx, params.id));
  serve(server, contracts.placeBelowArea, (ctx, { params, body }) => placeBelow(ctx, params.id, body));
  return {};
};

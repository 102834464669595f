export { registerArea } from './routes.ts';
export { findReferenceAreas } from './sql/find-reference-areas.ts';
export { addReferenceAreas, type ReferenceArea, readIndonesia } from './sql/reference-areas.ts';
export { addRtRw, rebuildTerritory } from './sql/territory.ts';

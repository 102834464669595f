export { homeTiles } from './actions/home-tiles.ts';
export { mergePersons } from './actions/merge-persons.ts';
export { orderScan } from './actions/order-scan.ts';
export { startAdjudication } from './actions/run-bookings.ts';
export { NIGHTLY_LOOK } from './domain/night.ts';
export { registerDuplicates } from './routes.ts';

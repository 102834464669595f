export { registerReporting } from './routes.ts';
export { reportEverywhere, startEveningReports } from './start-evenings.ts';

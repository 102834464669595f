export { registerOversight } from './routes.ts';

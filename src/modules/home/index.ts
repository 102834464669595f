export { registerHome } from './routes.ts';

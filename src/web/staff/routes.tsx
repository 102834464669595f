import { page } from './page.ts';

/** Every page of the staff app, one line each: path, and the file that exports `Page`. */
export const pages = [
  page('/', () => import('./home/HomePage.tsx')),
  page('/kode-kedua', () => import('./sign-in/SecondFactorPage.tsx')),
] as const;

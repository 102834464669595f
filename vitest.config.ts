import { defineConfig } from 'vitest/config';

/** Journeys that look at pages rather than work through them as a group. */
const PAGES = [
  'test/journeys/every-page.test.ts',
  'test/journeys/keyboard.test.ts',
  'test/journeys/keyboard-path.test.ts',
];

/** Three projects: `unit` needs nothing, `slice` needs PostgreSQL, `journey` needs PostgreSQL, the web bundle and Chromium. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/cluster.ts'],
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/architecture/**/*.test.ts'],
          exclude: ['src/**/*.slice.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'slice',
          include: ['src/**/*.slice.test.ts', 'test/slice/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          include: ['test/journeys/**/*.test.ts'],
          exclude: PAGES,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: PAGES,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

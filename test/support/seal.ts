import { vi } from 'vitest';
import { sealAll } from '../../src/platform/audit/seal.ts';
import type { TestApp } from './app.ts';

/**
 * Seals until no row of the trail is left open.
 * One call may leave rows for the next block: a row counts as closed only when no older transaction runs anywhere in the
 * cluster, and other test files share it.
 */
export const sealToTheEnd = (app: TestApp, dataDir?: string): Promise<void> =>
  vi.waitFor(
    async () => {
      await sealAll(app.database.ownerPool, dataDir);
      const open = await app.database.ownerPool.query(
        `select from agency_tirta_rukun.audit a
         where not exists (select from agency_tirta_rukun.audit_sealed s where s.seq = a.seq) limit 1`,
      );
      if (open.rowCount !== 0) throw new Error('rows of the trail are still open');
    },
    { timeout: 20_000, interval: 50 },
  );

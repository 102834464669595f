import type pg from 'pg';

/**
 * Forgets stored replies (Idempotency-Key) older than 24 hours, in every agency. A reply may hold what is shown once only, such as the
 * PIN of a receipt; a repeated request comes within minutes.
 * @returns how many replies were forgotten
 */
export const forgetReplies = async (ownerPool: pg.Pool): Promise<number> => {
  const { rows } = await ownerPool.query<{ schema_name: string }>('select schema_name from auth.agency order by slug');
  let forgotten = 0;
  for (const { schema_name } of rows) {
    const gone = await ownerPool.query(`delete from ${schema_name}.idempotency where at < now() - interval '24 hours'`);
    forgotten += gone.rowCount ?? 0;
  }
  return forgotten;
};

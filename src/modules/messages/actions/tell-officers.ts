import type { Context } from '#platform/db/context.ts';
import type { TemplateCode } from '../domain/templates.ts';
import { addMessage } from '../sql/messages.ts';
import { listHolders } from '../sql/readers.ts';
import { compose } from './compose.ts';

export type Told = {
  template: Extract<TemplateCode, `petugas.${string}`>;
  values: Readonly<Record<string, string>>;
  /** Where in the staff app the matter is. */
  href: string;
};

/**
 * Puts a message in the box of everybody who holds the role over that place and may see that level. The caller records why; a box holds
 * what its reader may see anyway.
 * @returns how many boxes it lies in
 */
export const tellRole = async (
  ctx: Context,
  to: { role: string; areaId: number | null; level: number },
  told: Told,
): Promise<number> => {
  const holders = await listHolders(ctx, to);
  if (holders.length === 0) return 0;
  const text = await compose(ctx, told.template, told.values);
  for (const accountId of holders)
    await addMessage(ctx, { template: told.template, channel: 'kotak', accountId, ...text, href: told.href });
  return holders.length;
};

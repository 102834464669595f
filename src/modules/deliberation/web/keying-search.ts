/** What stands after `?` of the keying page: the pile (none: to key) and the family that is open. */
export type KeyingSearch = { tumpukan?: 'menunggu' | 'hasil' | undefined; id?: string | undefined };

export const readKeyingSearch = (raw: Record<string, unknown>): KeyingSearch => ({
  tumpukan: raw['tumpukan'] === 'menunggu' || raw['tumpukan'] === 'hasil' ? raw['tumpukan'] : undefined,
  id: typeof raw['id'] === 'string' && raw['id'] !== '' ? raw['id'] : undefined,
});

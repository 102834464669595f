const PILES = ['terbuka', 'tanya', 'menunggu', 'dipesan', 'selesai'] as const;
export type Pile = (typeof PILES)[number];

/** What stands after `?` on the desk: which pile, and the pair that is open. */
export type DeskSearch = { tumpukan?: Pile | undefined; id?: string | undefined };

export const readDeskSearch = (raw: Record<string, unknown>): DeskSearch => ({
  tumpukan: PILES.find((pile) => pile === raw['tumpukan']),
  id: typeof raw['id'] === 'string' ? raw['id'] : undefined,
});

export const hrefOf = ({ tumpukan }: DeskSearch, id: string): string =>
  `/kemungkinan-ganda?${new URLSearchParams({ ...(tumpukan ? { tumpukan } : {}), id })}`;

/**
 * Rows that have not been read: the reply is still on its way, or did not come. A table or queue that is given them stays silent, where
 * an empty list that was read says "belum ada data". `useList` gives them by itself; beside `useGet` write `rows={found.data?.items ?? UNREAD}`.
 */
export const UNREAD: readonly never[] = Object.freeze([]);

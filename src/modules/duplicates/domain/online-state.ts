import type { LinkPerson } from '#engines/linkage/index.ts';
import type { Zone } from '#kernel/local-date.ts';
import type { Actor } from '#platform/db/actor.ts';
import type { Comparison, OpenBand } from './words.ts';

export type OnlinePlace = { slug: string; schema: string; zone: Zone };

/**
 * How far an agency's index is. `belum`: nothing was begun; `membangun`: the register is being read (`read` of `total`); `siap`: it
 * answers; `gagal`: it could not be built and is tried again. `bytes`: what its tables take in memory.
 */
export type OnlineStatus = {
  state: 'belum' | 'membangun' | 'siap' | 'gagal';
  read: number;
  total: number;
  persons: number;
  seconds: number;
  bytes: number;
};
export const NOT_BEGUN: OnlineStatus = { state: 'belum', read: 0, total: 0, persons: 0, seconds: 0, bytes: 0 };

/** Somebody of the register who may be the one asked about, with what agrees per field. No value of hers. */
export type OnlineCandidate = {
  id: string;
  band: OpenBand;
  weight: number;
  sentence: string;
  comparisons: Comparison[];
};
export type OnlineQuestion = { place: OnlinePlace; persons: LinkPerson[]; limit: number };
/** Candidates per person asked about, best first; undefined while the index does not answer. */
export type OnlineAnswer = { status: OnlineStatus; candidates: OnlineCandidate[][] | undefined };

/** Who of the register may be somebody: the index of every agency, in a thread of its own. */
export type Online = {
  ask: (question: OnlineQuestion) => Promise<OnlineAnswer>;
  status: (place: OnlinePlace) => Promise<OnlineStatus>;
  /** Begins to build; a question begins it too. */
  start: () => void;
  stop: () => Promise<void>;
};

/** What the thread that holds the indexes is asked, and what it says; `no` ties an answer to its question. */
export type ThreadQuestion =
  | { kind: 'ask'; no: number; question: OnlineQuestion }
  | { kind: 'status'; no: number; place: OnlinePlace }
  | { kind: 'stop' };
export type ThreadAnswer =
  | { kind: 'answer'; no: number; answer: OnlineAnswer }
  | { kind: 'status'; no: number; status: OnlineStatus }
  | { kind: 'refused'; no: number; message: string }
  | { kind: 'trouble'; message: string };

/** Looks act under this account (migration 0120); it has no sign-in. */
const LOOKS = '01900000-0000-7000-8000-000000007120';

/**
 * The actor that keeps the index and orders what nobody pressed a button for. With clearance 3 it reads protected people too: the index
 * must know them, so that a question about one is answered exactly as one about somebody elsewhere.
 */
export const onlineActor = ({ slug, schema, zone }: OnlinePlace, clearance: 1 | 3): Actor => ({
  ...{ agency: slug, schema, zone, areaId: 0, clearance, accountId: LOOKS },
  ...({ username: 'pencari.ganda', name: 'Pencarian data ganda', kind: 'sistem', role: 'sistem' } as const),
  ...{ position: null, bidang: null, capabilities: new Set<never>(), databaseRole: 'rukun_import' as const },
});

import { KINDS, type Kind, STATES, type UsulanState } from '../domain/kinds.ts';
import { STAGES, type Stage } from '../domain/stages.ts';

/** What stands after `?` on the queue: which pile, filters, and the row that is open. */
export type QueueSearch = {
  stage?: Stage | undefined;
  state?: UsulanState | undefined;
  kind?: Kind | undefined;
  late?: boolean | undefined;
  id?: string | undefined;
};

const oneOf = <T extends string>(known: Record<T, unknown>, value: unknown): T | undefined =>
  typeof value === 'string' && Object.hasOwn(known, value) ? (value as T) : undefined;

export const readQueueSearch = (raw: Record<string, unknown>): QueueSearch => ({
  stage: oneOf(STAGES, raw['stage']),
  state: oneOf(STATES, raw['state']),
  kind: oneOf(KINDS, raw['kind']),
  late: raw['late'] === true || raw['late'] === 'true' ? true : undefined,
  id: typeof raw['id'] === 'string' ? raw['id'] : undefined,
});

/** What stands after `?` on the form: the neighbour an RT head picked, and what he has to say of her. */
export const readProposeSearch = (
  raw: Record<string, unknown>,
): { warga?: string | undefined; jenis?: Kind | undefined } => ({
  warga: typeof raw['warga'] === 'string' ? raw['warga'] : undefined,
  jenis: oneOf(KINDS, raw['jenis']),
});

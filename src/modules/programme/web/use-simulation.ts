import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '#web/ui/api.ts';
import type { ApiError } from '#web/ui/api-error.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useSettled } from '#web/ui/use-slow.ts';
import type { TermsDraft } from './new-terms.ts';

export type Simulation = ReplyOf<'POST /api/programme/:id/simulation'>;
export type Outcome = NonNullable<Simulation['outcome']>;
/** What "came in" and "went out" are counted against. */
export type Against = 'change' | 'saved';

/** The terms of the computation before this one: what the last change is measured against. */
const usePrevious = (settled: TermsDraft): TermsDraft => {
  const last = useRef<{ text: string; terms: TermsDraft }>({ text: JSON.stringify(settled), terms: settled });
  const before = useRef(settled);
  const text = JSON.stringify(settled);
  if (text !== last.current.text) {
    before.current = last.current.terms;
    last.current = { text, terms: settled };
  }
  return before.current;
};

/** Computes the list whenever the terms stand still for a moment (60 ms); what is on screen stays until the next is there. */
export const useSimulation = (id: string, terms: TermsDraft, saved: TermsDraft) => {
  const settled = useSettled(terms, 60);
  const previous = usePrevious(settled);
  const [against, setAgainst] = useState<Against>('change');
  const [fresh, setFresh] = useState(0);
  const before = against === 'change' ? previous : saved;
  const query = useQuery<Simulation, ApiError>({
    queryKey: ['simulation', id, JSON.stringify(settled), JSON.stringify(before), fresh],
    queryFn: ({ signal }) =>
      call('POST /api/programme/:id/simulation', {
        params: { id },
        body: { terms: settled, before, fresh: fresh > 0 },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return {
    ...query,
    against,
    setAgainst,
    reload: () => setFresh((n) => n + 1),
    isBehind: settled !== terms || query.isFetching,
  };
};

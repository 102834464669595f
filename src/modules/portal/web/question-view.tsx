import type { QuestionId } from '../domain/answers.ts';
import type { ShownFault, ShownPlace } from './Fields.tsx';
import type { Say } from './frame.ts';
import { COMPLAINT_TITLES, OBJECTION_TITLES, TITLES } from './question-words.ts';

/** What a question's page shows. `values` are what was typed or kept; `kept` numbers are there to be masked, never to be shown. */
export type QuestionView = {
  question: QuestionId;
  number: number;
  count: number;
  isSelf: boolean;
  isObjection: boolean;
  isComplaint: boolean;
  values: Readonly<Record<string, string>>;
  kept: { nik?: string | undefined; kk?: string | undefined };
  places: readonly ShownPlace[];
  faults: readonly ShownFault[];
  back: string;
  slip: string;
};
export type Part = { view: QuestionView; say: Say };

/** The heading, asked of oneself or of another. */
export const titleOf = (view: QuestionView, say: Say): string => {
  const objecting = view.isComplaint
    ? COMPLAINT_TITLES[view.question]
    : view.isObjection
      ? OBJECTION_TITLES[view.question]
      : undefined;
  if (objecting) return say(...objecting);
  const [self, other] = TITLES[view.question];
  return view.isSelf ? say(...self) : say(...(other ?? self));
};
export const Title = (part: Part) => <h1>{titleOf(part.view, part.say)}</h1>;

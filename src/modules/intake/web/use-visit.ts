import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import type { Answers } from '#engines/form/answers.ts';
import { fillForm, startAnswers } from '#engines/form/fill.ts';
import { openForm } from '#engines/form/outline.ts';
import { dateInZone, type LocalDate } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { useSession } from '#web/ui/session.tsx';
import type { VervalResult } from '../domain/verval.ts';
import { readPlace } from './photo-check.ts';
import type { Usulan } from './UsulanDetail.tsx';
import { STALE } from './use-desk-acts.ts';

export type VisitForm = ReplyOf<'GET /api/usulan/:id/visit'>;
type Sentences = { needDate: string; needResult: string };

/** The fields about the visit itself, as they were left in the draft. */
const useTold = ({ draft }: VisitForm, today: LocalDate) => {
  const [visitedOn, setVisitedOn] = useState<LocalDate | ''>(draft?.visitedOn ?? today);
  const [result, setResult] = useState<VervalResult | ''>((draft?.result as VervalResult | undefined) ?? '');
  const [respondent, setRespondent] = useState(draft?.respondent ?? '');
  const [notes, setNotes] = useState(draft?.notes ?? '');
  const [isBroken, setBroken] = useState(false);
  return {
    ...{ visitedOn, setVisitedOn, result, setResult, respondent, setRespondent, notes, setNotes },
    ...{ isBroken, setBroken },
  };
};

const useQuestions = (asked: VisitForm, today: LocalDate) => {
  const form = useMemo(() => openForm(asked.definition), [asked.definition]);
  const [answers, setAnswers] = useState<Answers>(() => asked.draft?.answers ?? startAnswers(form, today));
  const filled = useMemo(() => fillForm(form, answers, today), [form, answers, today]);
  const questions = filled.items.filter(
    ({ isVisible, place: { row } }) => isVisible && !/^(begin|note|image|calculate)/.test(row.type),
  );
  return { form, answers, setAnswers, filled, questions };
};

/** Everything that stands on the page of a visit: its fields, the answers, what is still missing, keeping and sending. */
export const useVisit = (usulan: Usulan, asked: VisitForm, t: Sentences) => {
  const { language } = useLanguage();
  const { agency } = useSession();
  const navigate = useNavigate();
  const today = dateInZone(new Date(), agency.zone);
  const told = useTold(asked, today);
  const ask = useQuestions(asked, today);
  const [isTried, setTried] = useState(false);
  const params = { id: usulan.id };
  const save = useAct('POST /api/usulan/:id/visit', {
    stale: STALE,
    onDone: () => void navigate({ to: '/usulan', search: { stage: 'verval' } }),
  });
  const keep = useAct('PUT /api/usulan/:id/visit');
  const isAsked = told.result === 'terkonfirmasi';
  const isOpen = new Set(
    ask.filled.items.filter((item) => item.isRequired && item.value === '').map((item) => item.path),
  );
  const labelOf = (path: string) => ask.filled.items.find((item) => item.path === path)?.label[language] || path;
  const faults = [
    ...(told.visitedOn === '' ? [{ field: 'visitedOn', sentence: t.needDate }] : []),
    ...(told.result === '' ? [{ field: 'result', sentence: t.needResult }] : []),
    ...(isAsked ? ask.filled.faults : [])
      .filter((fault) => !told.isBroken || !isOpen.has(fault.path))
      .map((fault) => ({
        field: fault.path,
        sentence: `${labelOf(fault.path)}: ${fault.sentence[language] || fault.sentence.id}`,
      })),
  ];
  const shared = { formId: asked.formId, formNo: asked.no, respondent: told.respondent, notes: told.notes };
  const { answers } = ask;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { result, visitedOn } = told;
    if (faults.length > 0 || result === '' || visitedOn === '') return;
    const body = { ...shared, version: usulan.version, visitedOn, result, isComplete: !told.isBroken };
    void readPlace().then((place) =>
      save.act({ params, body: { ...body, answers: isAsked ? answers : {}, place: place ?? null } }),
    );
  };
  const doKeep = () =>
    keep.act({ params, body: { ...shared, visitedOn: told.visitedOn, result: told.result, answers } });
  return { ...told, ...ask, today, isAsked, isTried, faults: isTried ? faults : [], submit, save, keep, doKeep };
};

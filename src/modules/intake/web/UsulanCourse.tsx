import { InstantText } from '#web/ui/DateText.tsx';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { findReason, type ReasonedAct } from '../domain/reasons.ts';
import { STAGES } from '../domain/stages.ts';
import type { Usulan } from './UsulanDetail.tsx';
import { useWords } from './use-words.ts';

const texts = {
  id: { steps: 'Perjalanan', citizen: 'Warga membaca' },
  en: { steps: 'Course', citizen: 'The citizen reads' },
};

const EVENT_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  'usulan.submitted': ['Diajukan', 'Submitted'],
  'usulan.linked': ['Ditautkan ke register', 'Linked to the register'],
  'usulan.person_created': ['Data orang dibuat', 'Person made'],
  'usulan.accepted': ['Diteruskan', 'Passed on'],
  'usulan.asked': ['Minta kelengkapan', 'More was asked for'],
  'usulan.completed': ['Dilengkapi', 'Completed'],
  'usulan.returned': ['Dikembalikan', 'Returned'],
  'usulan.postponed': ['Ditunda', 'Postponed'],
  'usulan.refused': ['Ditolak', 'Refused'],
  'usulan.approved': ['Disetujui', 'Approved'],
  'usulan.withdrawn': ['Ditarik', 'Withdrawn'],
  'usulan.pin_renewed': ['PIN baru', 'New PIN'],
};
const ACT_OF: Readonly<Record<string, ReasonedAct>> = {
  'usulan.accepted': 'accept',
  'usulan.asked': 'ask',
  'usulan.returned': 'return',
  'usulan.postponed': 'postpone',
  'usulan.refused': 'refuse',
  'usulan.approved': 'approve',
  'usulan.withdrawn': 'withdraw',
};

/** What happened with a usulan, by whom, what the citizen read of it, and what lies ahead. */
export const UsulanCourse = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const say = useWords();
  const past = usulan.events.map((event) => {
    const act = ACT_OF[event.event];
    const reason = act && event.reasonCode ? findReason(act, event.reasonCode) : undefined;
    const title = EVENT_WORDS[event.event];
    return {
      key: event.id,
      title: [title ? say(title) : event.event, event.stage && say(STAGES[event.stage]).toLowerCase()]
        .filter(Boolean)
        .join(': '),
      when: (
        <>
          <InstantText at={String(event.at)} />
          {event.by && `, ${event.by}`}
        </>
      ),
      note: (
        <>
          {[reason && say(reason.words), event.text].filter(Boolean).join('. ')}
          {event.citizenText !== '' && (
            <span className="muted">
              {(reason || event.text) && ' '}
              {t.citizen}: “{event.citizenText}”
            </span>
          )}
        </>
      ),
      state: 'done' as const,
    };
  });
  const now = usulan.stages.findIndex((stage) => stage.isNow);
  const ahead = now < 0 ? [] : usulan.stages.slice(now);
  return (
    <Section title={t.steps}>
      <Timeline
        steps={[
          ...past,
          ...ahead.map((stage) => ({
            key: stage.stage,
            title: say(STAGES[stage.stage]),
            state: stage.isNow ? ('now' as const) : ('ahead' as const),
          })),
        ]}
      />
    </Section>
  );
};

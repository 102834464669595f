import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { isOfficeDay } from './office-days.ts';
import type { Stage } from './stages.ts';

/** The days after submission on which an objection that is not settled alarms somebody, and the day by which it should be settled. */
export const OBJECTION_MARKS = { sanggah_7: 7, sanggah_10: 10, sanggah_12: 12 } as const;
export const OBJECTION_DUE_DAYS = 14;
export type ObjectionMark = keyof typeof OBJECTION_MARKS;
export type AlarmMark = ObjectionMark | 'janji_lewat';

/** An alarm: whom it tells, and in which words. It never names anybody and never moves the usulan. */
export type Alarm = { mark: AlarmMark; role: string; title: string; detail: string; dueOn: LocalDate };

/** The last office day not after `date`: an alarm that falls on a holiday comes before it, never after. */
export const officeDayUpTo = (date: LocalDate, holidays: ReadonlySet<LocalDate>): LocalDate => {
  let day = date;
  while (!isOfficeDay(day, holidays)) day = addDays(day, -1);
  return day;
};

/** The day by which an objection should be settled: day 14, or the last office day before it. The centre's clock knows no holidays. */
export const objectionDueOn = (submittedOn: LocalDate, holidays: ReadonlySet<LocalDate>): LocalDate =>
  officeDayUpTo(addDays(submittedOn, OBJECTION_DUE_DAYS), holidays);

type Waiting = {
  kind: string;
  receiptNumber: string;
  stage: Stage;
  submittedOn: LocalDate;
  promisedOn: LocalDate;
  raised: readonly string[];
};

/** Day 7 tells the desk that has it, day 10 the agency's verifier, day 12 the head of division. */
const roleOf = (mark: ObjectionMark, stage: Stage): string => {
  if (mark === 'sanggah_12') return 'kabid';
  return mark === 'sanggah_10' || stage === 'verifikasi' ? 'verifikator' : 'operator_desa';
};

/** The alarms that are due today and were not raised yet. */
export const alarmsDue = (waiting: Waiting, today: LocalDate, holidays: ReadonlySet<LocalDate>): Alarm[] => {
  const due: Alarm[] = [];
  if (waiting.kind === 'sanggah') {
    const dueOn = objectionDueOn(waiting.submittedOn, holidays);
    for (const [mark, day] of Object.entries(OBJECTION_MARKS) as [ObjectionMark, number][]) {
      if (today < officeDayUpTo(addDays(waiting.submittedOn, day), holidays)) continue;
      due.push({
        mark,
        role: roleOf(mark, waiting.stage),
        title: `Sanggahan hari ke-${day} belum diputus: ${waiting.receiptNumber}`,
        detail: `Putuskan dengan alasan paling lambat hari ke-${OBJECTION_DUE_DAYS}. Waktu yang lewat tidak memutus apa pun.`,
        dueOn,
      });
    }
  }
  if (today > waiting.promisedOn)
    due.push({
      mark: 'janji_lewat',
      role: 'kabid',
      title: `Janji kepada warga sudah lewat: ${waiting.receiptNumber}`,
      detail: 'Tanyakan kepada meja yang memegangnya, lalu kabari warga. Waktu yang lewat tidak memutus apa pun.',
      dueOn: today,
    });
  return due.filter(({ mark }) => !waiting.raised.includes(mark));
};

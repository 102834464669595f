import type { LocalDate } from '#kernel/local-date.ts';
import { type Answers, type Read, readAnswer } from './answers.ts';
import { type ChoiceRow, LONGEST_CHAIN, MOST_INSTANCES, type Words } from './definition.ts';
import { evaluate, type Surroundings } from './evaluate.ts';
import type { ExpressionColumn, Form, Place } from './outline.ts';
import { toText, toTruth, type Value } from './values.ts';

/** One row of the form as it stands for these answers; a row inside a repeat once for each instance. */
export type Item = {
  /** `name`, or `repeat/0/name` inside a repeat. */
  readonly path: string;
  readonly index: number;
  readonly place: Place;
  readonly isVisible: boolean;
  readonly isRequired: boolean;
  /** The answer or calculation as it is kept; empty when there is none or when it is not visible. */
  readonly value: string;
  /** The choices that pass the filter. */
  readonly choices: readonly ChoiceRow[];
  readonly label: Words;
  readonly hint: Words;
  /** Why this answer cannot be kept, or undefined. */
  readonly fault: Words | undefined;
};
export type Filled = {
  readonly items: readonly Item[];
  /** What is kept: visible answers and calculations. */
  readonly values: Answers;
  readonly faults: readonly { readonly path: string; readonly sentence: Words }[];
};

type Frame = { readonly place: readonly { readonly repeat: string; readonly at: number }[] };
const OUTSIDE: Frame = { place: [] };
const REQUIRED: Words = { id: 'Wajib diisi.', en: 'An answer is needed.' };
const CONSTRAINT: Words = {
  id: 'Jawaban ini tidak masuk akal; periksa lagi.',
  en: 'This answer cannot be right; check it.',
};
const STRANGE: Words = { id: 'Formulir ini tidak punya pertanyaan itu.', en: 'The form has no such question.' };
const TOO_MANY: Words = { id: `Paling banyak ${MOST_INSTANCES} isian.`, en: `At most ${MOST_INSTANCES} entries.` };

const pathOf = (frame: Frame, name: string): string =>
  [...frame.place.flatMap(({ repeat, at }) => [repeat, String(at)]), name].join('/');
const inside = (frame: Frame, repeat: string, at: number): Frame => ({ place: [...frame.place, { repeat, at }] });
const outTo = (frame: Frame, depth: number): Frame =>
  frame.place.length === depth ? frame : { place: frame.place.slice(0, depth) };

const instancesAt = (given: Answers, frame: Frame): Answers => {
  let here = given;
  for (const { repeat, at } of frame.place) {
    const list = here[repeat];
    here = (typeof list === 'object' ? list[at] : undefined) ?? {};
  }
  return here;
};

type Run = {
  readonly form: Form;
  readonly given: Answers;
  readonly today: LocalDate;
  readonly values: Map<string, string>;
  readonly visible: Map<string, boolean>;
  readonly busy: Set<string>;
};

const rawOf = (run: Run, place: Place, frame: Frame): string => {
  const raw = instancesAt(run.given, frame)[place.row.name];
  return typeof raw === 'string' ? raw : '';
};
const countOf = (run: Run, repeat: string, frame: Frame): number => {
  const list = instancesAt(run.given, frame)[repeat];
  return typeof list === 'object' ? Math.min(list.length, MOST_INSTANCES) : 0;
};

/** The frames of all instances of a place, as far as it lies deeper than the frame it is read from. */
const framesOf = (run: Run, repeats: readonly string[], from: Frame): Frame[] => {
  const isSame = from.place.findIndex(({ repeat }, depth) => repeats[depth] !== repeat);
  const start = outTo(from, isSame < 0 ? Math.min(from.place.length, repeats.length) : isSame);
  return repeats
    .slice(start.place.length)
    .reduce<Frame[]>(
      (frames, repeat) =>
        frames.flatMap((frame) =>
          Array.from({ length: countOf(run, repeat, frame) }, (_, at) => inside(frame, repeat, at)),
        ),
      [start],
    );
};

const read = (run: Run, name: string, frame: Frame): Value => {
  const place = run.form.byName.get(name);
  if (!place) return '';
  if (place.row.type === 'begin_repeat')
    return framesOf(run, [...place.repeats, name], outTo(frame, Math.min(frame.place.length, place.repeats.length)))
      .filter((one) => visibleOf(run, place, one))
      .map((one) => String(one.place.at(-1)!.at + 1));
  const isAround = place.repeats.every((repeat, depth) => frame.place[depth]?.repeat === repeat);
  if (isAround) return answerOf(run, place, outTo(frame, place.repeats.length));
  return framesOf(run, place.repeats, frame)
    .filter((one) => visibleOf(run, place, one))
    .map((one) => answerOf(run, place, one));
};

const around = (run: Run, frame: Frame, self: string, choice?: ChoiceRow): Surroundings => ({
  today: run.today,
  self,
  position: (frame.place.at(-1)?.at ?? -1) + 1,
  question: (name) => read(run, name, frame),
  column: (name) => (choice === undefined ? '' : name === 'name' ? choice.name : (choice.more[name] ?? '')),
});

const compute = (run: Run, index: number, column: ExpressionColumn, frame: Frame, self = ''): Value | undefined => {
  const expression = run.form.expressionOf(index, column);
  return expression && evaluate(expression, around(run, frame, self));
};

/** Deeper chains than checkForm lets pass are cut, so that no form can exhaust the stack. */
const MOST_OPEN = 2 * LONGEST_CHAIN;

/** Remembers what was worked out; a question that leads back to itself reads as empty there. */
const once = <T>(run: Run, known: Map<string, T>, key: string, meanwhile: T, work: () => T): T => {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (run.busy.has(key) || run.busy.size > MOST_OPEN) return meanwhile;
  run.busy.add(key);
  const found = work();
  run.busy.delete(key);
  known.set(key, found);
  return found;
};

const visibleOf = (run: Run, place: Place, frame: Frame): boolean =>
  once(run, run.visible, `${place.index}@${pathOf(frame, place.row.name)}`, false, () =>
    [...place.blocks, place.index].every((index) => {
      const shown = compute(run, index, 'relevant', frame);
      return shown === undefined || toTruth(shown);
    }),
  );

const choicesOf = (run: Run, place: Place, frame: Frame): readonly ChoiceRow[] => {
  const all = run.form.lists.get(place.row.list) ?? [];
  const filter = run.form.expressionOf(place.index, 'choiceFilter');
  return filter ? all.filter((choice) => toTruth(evaluate(filter, around(run, frame, '', choice)))) : all;
};

const readGiven = (run: Run, place: Place, frame: Frame): Read =>
  readAnswer(place.row, choicesOf(run, place, frame), rawOf(run, place, frame));

const answerOf = (run: Run, place: Place, frame: Frame): string =>
  once(run, run.values, pathOf(frame, place.row.name), '', () => {
    if (!visibleOf(run, place, frame)) return '';
    const calculated = compute(run, place.index, 'calculation', frame, rawOf(run, place, frame));
    if (calculated !== undefined) return toText(calculated);
    if (place.row.type === 'calculate' || place.row.type === 'note') return '';
    const given = readGiven(run, place, frame);
    return given.ok ? given.value : '';
  });

/** Puts values into the `${name}` of a label. */
const withValues = (run: Run, words: Words, frame: Frame): Words => {
  if (!words.id.includes(`\${`) && !words.en.includes(`\${`)) return words;
  const fill = (text: string) =>
    text.replace(/\$\{\s*([\w.-]+)\s*\}/g, (_, name: string) => toText(read(run, name, frame)));
  return { id: fill(words.id), en: fill(words.en) };
};

const said = (words: Words, otherwise: Words): Words => (words.id || words.en ? words : otherwise);

const faultOf = (run: Run, place: Place, frame: Frame, value: string, isRequired: boolean): Words | undefined => {
  const { row } = place;
  if (row.calculation === '' && row.type !== 'note') {
    const given = readGiven(run, place, frame);
    if (!given.ok) return given.why;
  }
  if (value === '') return isRequired ? said(row.requiredMessage, REQUIRED) : undefined;
  const holds = compute(run, place.index, 'constraint', frame, value);
  return holds === undefined || toTruth(holds) ? undefined : said(row.constraintMessage, CONSTRAINT);
};

const itemOf = (run: Run, place: Place, frame: Frame): Item => {
  const isVisible = visibleOf(run, place, frame);
  const isAsked = isVisible && !place.row.type.startsWith('begin') && place.row.type !== 'note';
  const value = isAsked ? answerOf(run, place, frame) : '';
  const required =
    isAsked && place.row.type !== 'calculate' ? compute(run, place.index, 'required', frame, value) : undefined;
  const isRequired = required !== undefined && toTruth(required);
  return {
    path: pathOf(frame, place.row.name),
    index: place.index,
    place,
    isVisible,
    isRequired,
    value,
    choices: isAsked && place.row.list ? choicesOf(run, place, frame) : [],
    label: withValues(run, place.row.label, frame),
    hint: withValues(run, place.row.hint, frame),
    fault: isAsked ? faultOf(run, place, frame, value, isRequired) : undefined,
  };
};

type Walked = {
  items: Item[];
  values: Record<string, string | Answers[]>;
  faults: { path: string; sentence: Words }[];
};

const endOf = (form: Form, begin: number): number => {
  const after = form.places.findIndex((place) => place.index > begin && !place.blocks.includes(begin));
  return after < 0 ? form.places.length : after;
};

const walkRepeat = (run: Run, place: Place, frame: Frame, out: Walked): void => {
  const { name } = place.row;
  const list = instancesAt(run.given, frame)[name];
  if (typeof list === 'object' && list.length > MOST_INSTANCES)
    out.faults.push({ path: pathOf(frame, name), sentence: TOO_MANY });
  const isVisible = visibleOf(run, place, frame);
  const kept: Answers[] = [];
  for (let at = 0; isVisible && at < countOf(run, name, frame); at++) {
    const inner: Walked = { items: out.items, values: {}, faults: out.faults };
    walkRows(run, place.index + 1, endOf(run.form, place.index), inside(frame, name, at), inner);
    kept.push(inner.values);
  }
  if (kept.length > 0) out.values[name] = kept;
};

const walkRows = (run: Run, from: number, to: number, frame: Frame, out: Walked): void => {
  for (let index = from; index < to; index++) {
    const place = run.form.places[index]!;
    if (place.row.type.startsWith('end')) continue;
    const item = itemOf(run, place, frame);
    out.items.push(item);
    if (item.fault) out.faults.push({ path: item.path, sentence: item.fault });
    if (item.value !== '') out.values[place.row.name] = item.value;
    if (place.row.type !== 'begin_repeat') continue;
    walkRepeat(run, place, frame, out);
    index = endOf(run.form, index) - 1;
  }
};

const listStrange = (form: Form, given: Answers, frame: Frame): string[] =>
  Object.entries(given).flatMap(([name, value]) => {
    const place = form.byName.get(name);
    const isHere = place !== undefined && place.repeats.join('/') === frame.place.map(({ repeat }) => repeat).join('/');
    if (!isHere || (typeof value === 'object') !== (place.row.type === 'begin_repeat')) return [pathOf(frame, name)];
    return typeof value === 'object'
      ? value.slice(0, MOST_INSTANCES).flatMap((one, at) => listStrange(form, one, inside(frame, name, at)))
      : [];
  });

/**
 * A form with these answers: what is visible, required, calculated, which choices there are and what cannot be kept. The same on the
 * server and in the browser. Total: it answers for every form and all answers, also those that fit each other badly.
 */
export const fillForm = (form: Form, given: Answers, today: LocalDate): Filled => {
  const run: Run = { form, given, today, values: new Map(), visible: new Map(), busy: new Set() };
  const out: Walked = { items: [], values: {}, faults: [] };
  walkRows(run, 0, form.places.length, OUTSIDE, out);
  for (const path of listStrange(form, given, OUTSIDE)) out.faults.push({ path, sentence: STRANGE });
  return out;
};

/** The answers a new form, or a new instance of a repeat, begins with: its defaults. */
export const startAnswers = (form: Form, today: LocalDate, repeat?: string): Answers => {
  const run: Run = { form, given: {}, today, values: new Map(), visible: new Map(), busy: new Set() };
  const wanted = repeat === undefined ? '' : [...(form.byName.get(repeat)?.repeats ?? []), repeat].join('/');
  const start: Record<string, string> = {};
  for (const place of form.places) {
    if (place.row.default === '' || place.repeats.join('/') !== wanted) continue;
    const dynamic = compute(run, place.index, 'default', OUTSIDE);
    const text = dynamic === undefined ? place.row.default : toText(dynamic);
    if (text !== '') start[place.row.name] = text;
  }
  return start;
};

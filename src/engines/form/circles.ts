import { LONGEST_CHAIN } from './definition.ts';
import { namesRead } from './expression.ts';
import type { Form, Place } from './outline.ts';

type Say = (index: number, column: string, code: 'melingkar' | 'terlalu_besar', sentence: string) => void;

/** What must be known before the answer of a row counts: what its calculation reads, and what the conditions around it read. */
const needsOf = (form: Form, place: Place): Place[] => {
  const expressions = [
    form.expressionOf(place.index, 'calculation'),
    form.expressionOf(place.index, 'choiceFilter'),
    ...[...place.blocks, place.index].map((index) => form.expressionOf(index, 'relevant')),
  ];
  return expressions.flatMap((e) => (e ? namesRead(e) : [])).flatMap((name) => form.byName.get(name) ?? []);
};

/** Tells every circle once, on its first row, and a chain longer than LONGEST_CHAIN. Without recursion: a chain may be long. */
export const checkCircles = (form: Form, say: Say): void => {
  const needs = form.places.map((place) => needsOf(form, place));
  const depth = new Map<number, number>();
  const told = new Set<string>();
  const tell = (path: readonly number[]): void => {
    const key = [...new Set(path)].sort((a, b) => a - b).join();
    if (told.has(key)) return;
    told.add(key);
    const at = Math.min(...path);
    const turn = path.indexOf(at);
    const names = [...path.slice(turn), ...path.slice(0, turn), at].map((index) => form.places[index]!.row.name);
    const column = form.expressionOf(at, 'calculation') ? 'calculation' : 'relevant';
    say(at, column, 'melingkar', `Saling menunggu: ${names.join(' → ')}. Putuskan salah satu rujukannya.`);
  };
  for (const start of form.places) {
    const path: { index: number; next: number }[] = depth.has(start.index) ? [] : [{ index: start.index, next: 0 }];
    while (path.length > 0) {
      const here = path.at(-1)!;
      const need = needs[here.index]![here.next++];
      if (need === undefined) {
        const below = needs[here.index]!.map((one) => depth.get(one.index) ?? 0);
        depth.set(here.index, 1 + Math.max(0, ...below));
        path.pop();
        continue;
      }
      const open = path.findIndex(({ index }) => index === need.index);
      if (open >= 0) tell(path.slice(open).map(({ index }) => index));
      else if (!depth.has(need.index)) path.push({ index: need.index, next: 0 });
    }
  }
  const long = form.places.find((place) => (depth.get(place.index) ?? 0) > LONGEST_CHAIN);
  if (long)
    say(
      long.index,
      'calculation',
      'terlalu_besar',
      `Rantai rujukan lebih dari ${LONGEST_CHAIN} langkah; sederhanakan.`,
    );
};

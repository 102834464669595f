import { expect, test } from 'vitest';
import { MENU, MENU_GROUPS, type MenuLine } from './menu.ts';
import { router } from './router.ts';
import { visibleMenu } from './visible-menu.ts';

const lines: readonly MenuLine[] = [
  { group: 'antrean', to: '/', label: { id: 'Usulan', en: 'Proposals' }, may: 'usulan.read' },
  { group: 'hari', to: '/', label: { id: 'Pagi ini', en: 'This morning' } },
];

test('a line is shown only to who may, groups in their order, empty groups not at all', () => {
  expect(visibleMenu(lines, []).map(({ group }) => group)).toEqual(['hari']);
  expect(visibleMenu(lines, ['usulan.read']).map(({ group }) => group)).toEqual(['hari', 'antrean']);
});

test('every line leads to a page that exists, has both languages and stands in a group', () => {
  const paths = Object.keys(router.routesByPath).map((path) => path.replace(/\/\{-\$\w+\}/g, ''));
  for (const line of MENU) {
    expect(paths).toContain(line.to);
    expect(line.label.id).not.toBe('');
    expect(line.label.en).not.toBe('');
    expect(Object.keys(MENU_GROUPS)).toContain(line.group);
  }
  expect(MENU.length).toBeGreaterThan(0);
});

test('no path is taken twice', () => {
  expect(new Set(MENU.map(({ to }) => to)).size).toBe(MENU.length);
});

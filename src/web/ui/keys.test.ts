import { expect, test, vi } from 'vitest';
import { isTyping, matchKey, type PageKey } from './keys.tsx';
import { choiceAfter } from './use-choices.ts';
import { step } from './use-roving.ts';

const approve: PageKey = { key: 'a', label: 'Setujui', run: vi.fn() };
const off: PageKey = { key: 't', label: 'Tolak', run: vi.fn(), isOff: true };
const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  defaultPrevented: false,
  target: { tagName: 'BODY' },
  ...more,
});

test('a letter acts on the page, large or small, and not when it is off', () => {
  expect(matchKey([approve, off], press('a'), false)).toBe(approve);
  expect(matchKey([approve, off], press('A'), false)).toBe(approve);
  expect(matchKey([approve, off], press('t'), false)).toBeUndefined();
});

test.each([
  ['with Ctrl', press('a', { ctrlKey: true }), false],
  ['with Alt', press('a', { altKey: true }), false],
  ['while typing', press('a', { target: { tagName: 'INPUT', type: 'text' } }), false],
  ['in a text area', press('a', { target: { tagName: 'TEXTAREA' } }), false],
  ['in a list of choices', press('a', { target: { tagName: 'SELECT' } }), false],
  ['in editable text', press('a', { target: { tagName: 'DIV', isContentEditable: true } }), false],
  ['while a dialog is open', press('a'), true],
  ['when something else took it', press('a', { defaultPrevented: true }), false],
])('a letter does nothing %s', (_, event, isDialogOpen) => {
  expect(matchKey([approve], event, isDialogOpen)).toBeUndefined();
});

test('a ticked box is not typed into', () => {
  expect(isTyping({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
  expect(isTyping({ tagName: 'INPUT', type: 'date' })).toBe(true);
  expect(isTyping(null)).toBe(false);
});

test('moving over rows stops at both ends', () => {
  expect([step(0, 1, 3), step(2, 1, 3), step(0, -1, 3), step(1, -1, 3)]).toEqual([1, 2, 0, 0]);
});

test('walking over choices goes round, and other keys are not for it', () => {
  expect([choiceAfter('ArrowDown', 2, 3), choiceAfter('ArrowUp', 0, 3), choiceAfter('ArrowDown', 0, 0)]).toEqual([
    0, 2, 0,
  ]);
  expect(choiceAfter('a', 0, 3)).toBeUndefined();
});

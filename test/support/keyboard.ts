import type { Locator, Page } from 'playwright-core';

/** What has the focus, and whether the reader can see that it has: an outline of its own, or a shadow, on something inside the window. */
type Focus = { name: string; isVisible: boolean };

const readFocus = (): Focus => {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: 'BODY', isVisible: true };
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
  const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined;
  const text = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
  return {
    name: `${element.tagName} ${text}`.slice(0, 80),
    isVisible: (ring || style.boxShadow !== 'none') && box.width > 0 && box.height > 0 && inWindow,
  };
};
export const focusOf = (page: Page): Promise<Focus> => page.evaluate(readFocus);

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement).catch(() => false);

const MOST_STOPS = 160;

/**
 * Presses Tab (or another key) until the focus stands on what fits, and refuses a stop whose focus cannot be seen. Gives up with the stops
 * that it made: a trap shows as the same few names again and again.
 */
export const tabTo = async (page: Page, wanted: RegExp | Locator, most = MOST_STOPS, key = 'Tab'): Promise<void> => {
  const stops: string[] = [];
  const reached = async (name: string) => (wanted instanceof RegExp ? wanted.test(name) : hasFocus(wanted));
  if (!(wanted instanceof RegExp)) {
    await wanted.waitFor();
    if (await hasFocus(wanted)) return;
  }
  for (let n = 0; n < most; n++) {
    await page.keyboard.press(key);
    const { name, isVisible } = await focusOf(page);
    if (!isVisible) throw new Error(`the focus on "${name}" cannot be seen (${page.url()})`);
    stops.push(name);
    if (await reached(name)) return;
  }
  throw new Error(`${key} never reaches ${wanted}: ${stops.join(' | ')}`);
};

/** The keyboard of somebody who has no mouse. Every control is reached by Tab, arrows or the page's own keys, with its focus in sight. */
export const handsOn = (page: Page) => {
  const press = (key: string) => page.keyboard.press(key);
  const to = (target: Locator) => tabTo(page, target.first());
  const go = async (target: Locator) => {
    await to(target);
    await press('Enter');
  };
  const type = async (field: Locator, text: string) => {
    await to(field);
    await press('Control+A');
    await page.keyboard.type(text);
  };
  return {
    press,
    to,
    /** A button or a link: reaches it and presses Enter. */
    go,
    /** A field: reaches it and types over what stands in it. */
    type,
    /** A list of choices: reaches it and moves with the arrow until the wanted one is chosen. */
    choose: async (field: Locator, wanted: string | RegExp) => {
      await to(field);
      await press('Home');
      const chosen = () => field.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? '');
      for (let n = 0; n < 80; n++) {
        const label = await chosen();
        if (typeof wanted === 'string' ? label === wanted : wanted.test(label)) return;
        await press('ArrowDown');
      }
      throw new Error(`no choice ${wanted} in ${field}`);
    },
    /** One of a group of radio buttons: Tab into the group, arrows to the wanted one, Space when it is the only one. */
    pick: async (radio: Locator) => {
      await radio.waitFor();
      const name = await radio.getAttribute('name');
      const inGroup = () =>
        page.evaluate((group) => document.activeElement?.getAttribute('name') === group, name ?? '');
      for (let n = 0; n < MOST_STOPS && !(await inGroup()); n++) await press('Tab');
      for (let n = 0; n < 12 && !(await hasFocus(radio)); n++) await press('ArrowDown');
      if (!(await hasFocus(radio))) throw new Error(`the arrows never reach ${radio}`);
      if (!(await radio.isChecked())) await press('Space');
    },
    /** A tick box. */
    tick: async (box: Locator) => {
      await to(box);
      await press('Space');
    },
    /** A row of a queue or table: J until the focus stands on it, Enter opens it. */
    row: async (link: Locator) => {
      await link.first().waitFor();
      await tabTo(page, link.first(), 60, 'j');
      await press('Enter');
    },
  };
};

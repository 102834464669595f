import { MENU_GROUPS, type MenuLine } from './menu.ts';

/** The lines an assignment may see, in the order of the groups; groups without lines fall away. */
export const visibleMenu = (menu: readonly MenuLine[], capabilities: readonly string[]) =>
  (Object.keys(MENU_GROUPS) as (keyof typeof MENU_GROUPS)[])
    .map((group) => ({
      group,
      lines: menu.filter((line) => line.group === group && (line.may === undefined || capabilities.includes(line.may))),
    }))
    .filter(({ lines }) => lines.length > 0);

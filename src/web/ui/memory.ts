/** Small choices remembered on this machine (language, collapsed menu, keys). A browser that forbids storage just forgets. */
export type Remembered = 'language' | 'keys' | 'menu';

export const recall = (name: Remembered): string | undefined => {
  try {
    return localStorage.getItem(`rukun.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
};

export const remember = (name: Remembered, value: string): void => {
  try {
    localStorage.setItem(`rukun.${name}`, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
};

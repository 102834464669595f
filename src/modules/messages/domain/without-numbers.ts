const SIXTEEN = /(?<![0-9a-z])(?:\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{4}|\d{6}[ .-]?\d{6}[ .-]?\d{4})(?![0-9a-z])/gi;

/** True when a text holds sixteen digits as a NIK or KK number is written, grouped or not. */
export const holdsNumber = (text: string): boolean => text.search(SIXTEEN) >= 0;

/** The text as it may leave: numbers of sixteen digits keep their last four. */
export const withoutNumbers = (text: string): string =>
  text.replaceAll(SIXTEEN, (found) => `••••${found.replace(/\D/g, '').slice(-4)}`);

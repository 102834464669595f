/** A spreadsheet would run a cell that begins like a formula; an ordinary number may begin with a minus. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)*$/.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Rows as CSV text: semicolons, because a spreadsheet set to Indonesian takes the comma for decimals; UTF-8 with its mark;
 * cells that begin like a formula are made harmless. Unknown cells are empty.
 */
export const toCsv = (
  headers: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string =>
  `\ufeff${[headers, ...rows].map((row) => row.map((cell) => quoted(harmless(String(cell ?? '')))).join(';')).join('\r\n')}\r\n`;

/** Gives the text to the reader as a file. */
export const saveCsv = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.endsWith('.csv') ? name : `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
};

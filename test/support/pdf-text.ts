import { inflateSync } from 'node:zlib';

const streamOf = (body: string): string | undefined => {
  const at = /stream\r?\n/.exec(body);
  if (!at) return undefined;
  const raw = Buffer.from(body.slice(at.index + at[0].length, body.lastIndexOf('endstream')), 'latin1');
  return body.slice(0, at.index).includes('FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1');
};

const fromHex16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

const readCmap = (text: string): Map<string, string> => {
  const map = new Map<string, string>();
  for (const [, block = ''] of text.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', unicode = ''] of block.matchAll(/<(\w{4})>\s*<(\w+)>/g))
      map.set(glyph.toUpperCase(), fromHex16(unicode));
  return map;
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const plain = (literal: string): string =>
  literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );

/** The strings of one TJ operator: `(\000\001) -20 <0003>`. */
const decode = (shown: string, font: Map<string, string> | undefined): string =>
  [...shown.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)|<(\w+)>/g)]
    .map(([, literal, hex]) =>
      literal === undefined ? (hex ?? '') : Buffer.from(plain(literal), 'latin1').toString('hex'),
    )
    .flatMap((hex) => hex.match(/\w{4}/g) ?? [])
    .map((glyph) => font?.get(glyph.toUpperCase()) ?? '')
    .join('');

/**
 * The text of a PDF as our renderer writes it (glyph numbers with ToUnicode tables), one string a page, spaces run together.
 * Good enough to see what a document says; layout is not looked at.
 */
export const pdfPages = (pdf: Buffer): string[] => {
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)endobj/gs))
    objects.set(id, body);
  const reference = (body: string, name: string) => new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(body)?.[1];
  const cmapOf = (fontId: string): Map<string, string> => {
    const unicode = reference(objects.get(fontId) ?? '', 'ToUnicode');
    return readCmap(streamOf(objects.get(unicode ?? '') ?? '') ?? '');
  };
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b(?!s)/.test(body))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, cmapOf(id)]),
      );
      const drawn = streamOf(objects.get(reference(page, 'Contents') ?? '') ?? '') ?? '';
      let font: Map<string, string> | undefined;
      let text = '';
      for (const [, name, shown] of drawn.matchAll(
        /\/(f\d+) [\d.]+ Tf|\[?((?:\((?:\\[\s\S]|[^\\)])*\)|<\w+>|[-\d.\s])*)\]? T[jJ]/g,
      )) {
        if (name) font = fonts.get(name);
        else text += `${decode(shown ?? '', font)} `;
      }
      return text.replace(/\s+/g, ' ').trim();
    });
};

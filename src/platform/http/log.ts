import { Writable } from 'node:stream';

/**
 * Sixteen digits are a NIK or a KK number: they leave the log masked, wherever they stand, written in one or in groups of four
 * (also as a browser writes a space in an address). Digits after a decimal point are left: those are times.
 */
export const maskNumbers = (text: string): string =>
  text.replace(
    /(?<!\d|\d\.)(\d{4})(?:\d{8}|( |\+|%20)\d{4}\2\d{4}\2)(\d{4})(?!\d)/g,
    (_all, first: string, gap: string | undefined, last: string) =>
      `${first}${gap ?? ''}****${gap ?? ''}****${gap ?? ''}${last}`,
  );

/** A number that stands bare in JSON becomes a text first, so that the masked line can still be read. */
const quoteBareNumbers = (line: string): string => line.replace(/(?<=[:,[])(\d{16})(?=[,}\]])/g, '"$1"');

/** Where the log's lines go: each is masked as a whole, so that no way of logging (message, object, cause of an error) leaks a number. */
export const maskedLog = (write: (line: string) => void): Writable =>
  new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      write(maskNumbers(quoteBareNumbers(line)));
      done();
    },
  });

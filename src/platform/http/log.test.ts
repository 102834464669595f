import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase, openPool } from '../db/connection.ts';
import { maskNumbers } from './log.ts';
import { makeHttp } from './server.ts';

const NIK = '9901014708540004';
const GROUPED = '9901 0147 0854 0004';

/** The server with one route, and what it writes to its log. No query is sent, so the database needs not be there. */
const startLogging = async () => {
  const lines: string[] = [];
  const pool = openPool({ host: '127.0.0.1', port: 1, user: 'nobody', password: '', database: 'none' });
  const platform = { db: openDatabase(pool), clock: () => new Date('2026-07-15T04:00:00Z') };
  const http = await makeHttp({ logLevel: 'info', writeLog: (line) => lines.push(line) }, platform, []);
  http.get('/search', async (request) => {
    request.log.info({ number: NIK, deep: { bare: Number(NIK), list: [NIK, 1] } }, `looked for ${GROUPED}`);
    throw new Error(`no person with ${NIK}`, { cause: new Error(`key (nik)=(${NIK}) is taken`) });
  });
  return { http, lines };
};

test('no log line holds a full number, whatever way it came, and each line has the request id', async () => {
  const { http, lines } = await startLogging();
  const reply = await http.inject({ url: `/search?q=${NIK}&again=9901+0147+0854+0004&once=9901%200147%200854%200004` });
  expect(reply.statusCode).toBe(500);
  await http.close();
  const text = lines.join('');
  expect(text).toContain('9901********0004');
  expect(text).toContain('9901 **** **** 0004');
  expect(text.replace(/[ +]|%20/g, '')).not.toContain(NIK);
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries.some((entry) => entry.deep?.bare === '9901********0004')).toBe(true);
  expect(entries.some((entry) => entry.err?.message === 'no person with 9901********0004')).toBe(true);
  const { requestId } = reply.json().error;
  expect(entries.filter((entry) => entry.reqId === requestId).length).toBeGreaterThan(2);
});

test('every sixteen digits are masked, and nothing else is touched', () => {
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
  fc.assert(
    fc.property(digits(16), (number) => {
      expect(maskNumbers(`nik=${number},`)).toBe(`nik=${number.slice(0, 4)}********${number.slice(12)},`);
    }),
  );
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 40 })
        .filter((length) => length !== 16)
        .chain(digits),
      (number) => {
        expect(maskNumbers(`a ${number} b`)).toBe(`a ${number} b`);
      },
    ),
  );
  for (const kept of ['{"responseTime":3.1234567890123456}', '019a1234-1234-7123-9123-123456789012', '2026-07-15 1200'])
    expect(maskNumbers(kept)).toBe(kept);
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from '../../../../test/support/app.ts';

export type Client = Awaited<ReturnType<TestApp['as']>>;
export type Shown = ReturnType<typeof JSON.parse>;

/** Uploads bytes and gives the id of the import. */
export const uploaded = async (client: Client, bytes: Buffer, query: string): Promise<string> => {
  const reply = await client.upload(`/api/import?${query}`, bytes);
  if (reply.status !== 200) throw new Error(`upload: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body.id as string;
};

/** Waits until nothing is at work on the import any more. */
export const settle = async (client: Client, id: string): Promise<Shown> => {
  for (let n = 0; n < 600; n += 1) {
    const { body } = await client.get(`/api/import/${id}`);
    if (!['dipetakan', 'membaca', 'diperiksa', 'memasukkan', 'membatalkan'].includes(body.state)) return body;
    await sleep(50);
  }
  throw new Error(`import ${id} does not come to rest`);
};

/** Confirms the proposed columns and waits for the check. */
export const mapAndCheck = async (client: Client, id: string): Promise<Shown> => {
  const { body } = await client.get(`/api/import/${id}`);
  const columns = Object.fromEntries(
    body.mapping.columns.flatMap(({ column, at }: { column: string; at: number | null }) =>
      at === null ? [] : [[column, at]],
    ),
  );
  const reply = await client.post(`/api/import/${id}/mapping`, { version: body.version, columns });
  if (reply.status !== 200) throw new Error(`mapping: ${reply.status} ${JSON.stringify(reply.body)}`);
  return settle(client, id);
};

/** Orders the commit and waits for its end. */
export const importTo = async (client: Client, id: string, version: number): Promise<Shown> => {
  const reply = await client.post(`/api/import/${id}/commit`, { version });
  if (reply.status !== 200) throw new Error(`commit: ${reply.status} ${JSON.stringify(reply.body)}`);
  return settle(client, id);
};

/** The whole way of a file. */
export const imported = async (client: Client, bytes: Buffer, query: string): Promise<Shown> => {
  const id = await uploaded(client, bytes, query);
  const checked = await mapAndCheck(client, id);
  return checked.state === 'siap' ? importTo(client, id, checked.version) : checked;
};

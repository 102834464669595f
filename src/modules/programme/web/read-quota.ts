import { findArea } from '../domain/find-area.ts';

type Area = { id: number; kode: string; label: string; kind: string };

/** Reads a pasted table of two columns (code or name of an area, quota); lines that are not understood come back as they were. */
export const readPastedQuota = (
  text: string,
  areas: readonly Area[],
): { quota: { areaId: number; quota: number }[]; unknown: string[] } => {
  const found = new Map<number, number>();
  const unknown: string[] = [];
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const match =
      /^(.+?)[\t;]+\s*([\d.]+)\s*$/.exec(line) ??
      /^(.+?)\s{2,}([\d.]+)\s*$/.exec(line) ??
      /^(.+?),\s*(\d+)\s*$/.exec(line);
    const area = match?.[1] === undefined ? undefined : findArea(match[1], areas);
    const places = Number((match?.[2] ?? '').replaceAll('.', ''));
    if (area && area !== 'many' && Number.isSafeInteger(places)) found.set(area.id, places);
    else unknown.push(line);
  }
  return { quota: [...found].map(([areaId, quota]) => ({ areaId, quota })), unknown };
};

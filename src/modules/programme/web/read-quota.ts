type Area = { id: number; kode: string; label: string; kind: string };

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(desa|kelurahan|kel|kecamatan|kec)\b\.?/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const findArea = (name: string, areas: readonly Area[]): Area | undefined => {
  const code = name.replace(/\D/g, '');
  const byCode = code.length >= 6 ? areas.find((area) => area.kode.replace(/\D/g, '') === code) : undefined;
  if (byCode) return byCode;
  const same = areas.filter((area) => fold(area.label.split(',')[0] ?? '') === fold(name));
  // A name that two places bear says nothing: the code is needed then.
  return same.length === 1 ? same[0] : undefined;
};

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
    if (area && Number.isSafeInteger(places)) found.set(area.id, places);
    else unknown.push(line);
  }
  return { quota: [...found].map(([areaId, quota]) => ({ areaId, quota })), unknown };
};

/** The kecamatan codes (with dots) that NIK or KK numbers as typed begin with; what has no 16 digits has none. */
export const kecamatanPrefixes = (numbers: readonly (string | null | undefined)[]): string[] =>
  numbers.flatMap((number) => {
    const digits = (number ?? '').replace(/\D/g, '');
    return digits.length === 16 ? [`${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`] : [];
  });

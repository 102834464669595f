/** Where one person goes: to the first family or the second, and as what (SHDK, 1 is the head). */
export type Seat = { personId: string; to: 'a' | 'b'; shdk: number };

/** A membership that is open now. */
export type OpenRow = {
  id: string;
  familyId: string;
  personId: string;
  name: string;
  shdk: number | null;
  state: 'sah' | 'klaim';
};

/** What is wrong with an arrangement, in a sentence; undefined when it is whole. */
export const faultOf = (rows: readonly OpenRow[], seats: readonly Seat[]): string | undefined => {
  const people = new Set(rows.map(({ personId }) => personId));
  const seated = new Set(seats.map(({ personId }) => personId));
  if (seats.length !== seated.size) return 'Satu orang ditempatkan dua kali. Tempatkan setiap orang di satu keluarga.';
  if (seats.some(({ personId }) => !people.has(personId)))
    return 'Ada orang yang bukan anggota kedua keluarga ini. Muat ulang halaman, lalu susun lagi.';
  const left = rows.find(({ personId }) => !seated.has(personId));
  if (left) return `${left.name} belum ditempatkan. Tempatkan setiap anggota di salah satu keluarga.`;
  for (const [to, name] of [
    ['a', 'pertama'],
    ['b', 'kedua'],
  ] as const) {
    const own = seats.filter((seat) => seat.to === to);
    const heads = own.filter(({ shdk }) => shdk === 1).length;
    if (own.length > 0 && heads !== 1)
      return heads === 0
        ? `Keluarga ${name} belum punya kepala keluarga. Tetapkan satu orang sebagai kepala.`
        : `Keluarga ${name} punya ${heads} kepala keluarga. Sisakan satu.`;
  }
  return undefined;
};

export type Steps = {
  /** Memberships that end today. */
  end: string[];
  /** Memberships that stay, with another relation or accepted at last. */
  change: { id: string; shdk: number }[];
  /** People who enter a family today. */
  enter: Seat[];
};

/** What must be done so that everybody sits as wanted. A membership that is right already is not touched. */
export const stepsOf = (
  families: { a: string; b: string | null },
  rows: readonly OpenRow[],
  seats: readonly Seat[],
): Steps => {
  const steps: Steps = { end: [], change: [], enter: [] };
  for (const seat of seats) {
    const own = rows.filter(({ personId }) => personId === seat.personId);
    const target = families[seat.to];
    const stays =
      own.find(({ familyId, state }) => familyId === target && state === 'sah') ??
      own.find(({ familyId }) => familyId === target);
    steps.end.push(...own.filter((row) => row !== stays).map(({ id }) => id));
    if (!stays) steps.enter.push(seat);
    else if (stays.shdk !== seat.shdk || stays.state !== 'sah') steps.change.push({ id: stays.id, shdk: seat.shdk });
  }
  // The head enters first: the others follow into a family that has one.
  steps.enter.sort((x, y) => x.shdk - y.shdk);
  // Who is head no longer makes room before the next head is named.
  steps.change.sort((x, y) => y.shdk - x.shdk);
  return steps;
};

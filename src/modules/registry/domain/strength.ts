import type { Source } from './source.ts';

/** The sources by how much their word counts about who somebody is and where she lives, as the table of sources has it. */
const STRENGTH: readonly Source[] = ['dukcapil', 'verval', 'petugas', 'opd', 'siks', 'usulan'];

/** An equally strong or weaker source is superseded by a newer word; a stronger one stays in force beside it. */
export const isAtLeastAsStrong = (mine: Source, theirs: Source): boolean =>
  STRENGTH.indexOf(mine === 'opd' ? 'petugas' : mine) <= STRENGTH.indexOf(theirs);

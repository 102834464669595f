import type { Stage } from '../stage.ts';
import { bringAid, openLines, orderScan } from './aid.ts';
import { decideProposals, keyIn } from './decisions.ts';
import { holdMeetings } from './meetings.ts';
import { hearObjections } from './objections.ts';
import { makeColleagues, makeProposals, proposeSumberRejo } from './proposals.ts';
import { SUMBER_REJO } from './steps.ts';

/** A piece of the demo's month. `says` is what the terminal shows while it is made. */
export type Chapter = { id: string; says: string; play: (stage: Stage) => Promise<void> };

const MUSDES_ROWS = 37;

/** The month before the demo's first day, in the order of the work. A chapter that was cut off is played again from its beginning. */
export const CHAPTERS: readonly Chapter[] = [
  { id: 'rekan', says: 'operator desa lain', play: makeColleagues },
  { id: 'usulan', says: 'usulan warga', play: makeProposals },
  {
    id: 'sumberrejo',
    says: 'usulan Desa Sumber Rejo',
    play: (stage) => proposeSumberRejo(stage, SUMBER_REJO, MUSDES_ROWS),
  },
  { id: 'musyawarah', says: 'musyawarah dan berita acara', play: holdMeetings },
  { id: 'sanggah', says: 'sanggahan', play: hearObjections },
  { id: 'putusan', says: 'putusan dan pengesahan', play: decideProposals },
  { id: 'pengetikan', says: 'pengetikan ke SIKS-NG', play: keyIn },
  { id: 'anggaran', says: 'baris anggaran', play: openLines },
  { id: 'bantuan', says: 'daftar penerima dan serah terima', play: bringAid },
  { id: 'ganda', says: 'pencarian data ganda', play: orderScan },
];

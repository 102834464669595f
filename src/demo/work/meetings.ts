import type { Player, Stage } from '../stage.ts';
import { KARANG_ASRI_CAST } from './cast.ts';
import { propose } from './proposals.ts';
import { areaIdOf, KARANG_ASRI, operatorOf, SUMBER_REJO } from './steps.ts';

type Person = { name: string; role: string };
const listed = (people: readonly Person[]) => people.map((person, at) => ({ no: at + 1, ...person }));

const KARANG_ASRI_PEOPLE = listed([
  { name: 'Pak Suryo', role: 'kades_lurah' },
  { name: 'Bu Wulan', role: 'operator' },
  { name: 'Pak Jarwo', role: 'bpd_lpm' },
  { name: 'Pak Darto', role: 'rt_rw' },
  { name: 'Serda Anwar', role: 'babinsa_bhabin' },
  { name: 'Bu Lastri', role: 'wakil_keluarga' },
]);
/** Babinsa is absent: a warning with its reason, not an obstacle. */
const SUMBER_REJO_PEOPLE = listed([
  { name: 'Pak Winarno', role: 'kades_lurah' },
  { name: 'Bu Tatik', role: 'operator' },
  { name: 'Pak Kusno', role: 'bpd_lpm' },
  { name: 'Pak Mulyadi', role: 'rt_rw' },
  { name: 'Bu Sumarti', role: 'tokoh' },
  { name: 'Pak Rohmat', role: 'wakil_keluarga' },
]);

type Verdict = { verdict: 'disepakati' | 'ditolak' | 'ditunda'; reason: string; conflicts?: object[] };
type Meeting = {
  key: string;
  kode: string;
  day: number;
  place: string;
  leader: string;
  people: readonly object[];
  usulanIds?: readonly string[];
  verdictOf: (row: { name: string; no: number }) => Verdict;
  quorumNote?: string;
};

const AGREED: Verdict = { verdict: 'disepakati', reason: '' };

const prepare = async (stage: Stage, meeting: Meeting, day: number): Promise<string> => {
  const by = operatorOf(meeting.kode);
  const { id } = await stage.as(by, day, 13).send(`rapat.${meeting.key}`, 'POST', '/api/musyawarah', {
    kind: 'musdes',
    areaId: await areaIdOf(stage, by, meeting.kode),
    onDate: stage.on(meeting.day),
    place: meeting.place,
    leader: meeting.leader,
    ...(meeting.usulanIds ? { usulanIds: meeting.usulanIds } : {}),
  });
  return `/api/musyawarah/${id}`;
};

const decideRows = async (operator: Player, record: string, meeting: Meeting): Promise<void> => {
  const { rows } = await operator.read(record);
  for (const row of rows) {
    const { verdict, reason, conflicts = [] } = meeting.verdictOf(row);
    if (row.verdict !== null) continue;
    await operator.send(`rapat.${meeting.key}.${row.no}`, 'POST', `${record}/rows/${row.usulanId}/verdict`, {
      version: row.version,
      verdict,
      reason,
      conflicts,
    });
  }
};

const hold = async (stage: Stage, meeting: Meeting): Promise<void> => {
  const record = await prepare(stage, meeting, meeting.day - 3);
  const operator = stage.as(operatorOf(meeting.kode), meeting.day, 13);
  const known = await operator.read(record);
  if (known.state === 'selesai') return;
  await operator.step(`rapat.${meeting.key}.hadir`, record, 'attendance', { people: meeting.people }, 'PUT');
  await decideRows(operator, record, meeting);
  await operator.step(`rapat.${meeting.key}.selesai`, record, 'completion', { quorumNote: meeting.quorumNote ?? '' });
};

const AGAINST: Readonly<Record<string, Verdict>> = {
  'Karto Wijoyo': {
    verdict: 'ditolak',
    reason: 'Kios sudah dibangun lagi dan usaha berjalan; disepakati belum perlu.',
  },
  Ponirah: { verdict: 'ditunda', reason: 'Menunggu surat pemeriksaan pendengaran dari puskesmas.' },
};

const idsOf = async (stage: Stage, which: 'lalu' | 'nanti'): Promise<string[]> => {
  const ids: string[] = [];
  for (const [at, one] of KARANG_ASRI_CAST.entries())
    if (one.meeting === which) ids.push((await propose(stage, one, at)).usulanId);
  return ids;
};

/** Musdes Sumber Rejo: the kades' brother is on the list and the kades leaves the room for that row; two rows go against the visit. */
const SUMBER_REJO_MEETING: Meeting = {
  key: 'sumberrejo',
  kode: SUMBER_REJO,
  day: -6,
  place: 'Balai Desa Sumber Rejo',
  leader: 'Pak Kusno',
  people: SUMBER_REJO_PEOPLE,
  quorumNote: 'Babinsa bertugas di lokasi banjir; hadir Bu Sumarti sebagai tokoh masyarakat.',
  verdictOf: ({ no }) =>
    no === 4
      ? {
          verdict: 'disepakati',
          reason: 'Keluarga kepala desa; kepala desa meninggalkan ruangan saat baris ini dibahas.',
          conflicts: [{ attendeeNo: 1, relation: 'adik kandung', leftRoom: true }],
        }
      : no === 9 || no === 21
        ? { verdict: 'ditolak', reason: 'Menurut peserta keluarga ini sudah mampu: punya kebun sawit dua hektare.' }
        : AGREED,
};

/** One meeting that is over in two villages, and one in Karang Asri that comes in three days. */
export const holdMeetings = async (stage: Stage): Promise<void> => {
  const karangAsri = {
    kode: KARANG_ASRI,
    place: 'Balai Desa Karang Asri',
    leader: 'Pak Suryo',
    people: KARANG_ASRI_PEOPLE,
  };
  await hold(stage, {
    ...karangAsri,
    key: 'karangasri',
    day: -10,
    usulanIds: await idsOf(stage, 'lalu'),
    verdictOf: ({ name }) => AGAINST[name] ?? AGREED,
  });
  await hold(stage, SUMBER_REJO_MEETING);
  const coming = {
    ...karangAsri,
    key: 'nanti',
    day: 3,
    usulanIds: await idsOf(stage, 'nanti'),
    verdictOf: () => AGREED,
  };
  await prepare(stage, coming, -1);
};

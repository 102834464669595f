import { formatDate } from '#kernel/local-date.ts';
import { maskNik } from '#kernel/nik.ts';
import type { Answers, QuestionId } from '../domain/answers.ts';
import { FaultSummary, type ShownFault, Tick } from './Fields.tsx';
import { type Frame, pathOf, type Say, sayIn } from './frame.ts';
import { Layout } from './Layout.tsx';
import { groundLabel, kindLabel, matterLabel, relationLabel } from './question-words.ts';

type Row = { question: QuestionId; label: string; value: string };
export type PlaceNames = { kecamatan: string; desa: string; rt: string | null };

const numberText = (typed: string | undefined, say: Say): string => {
  if (!typed) return say('Tidak diisi', 'Left empty');
  const digits = typed.replace(/\D/g, '');
  return digits.length === 16
    ? maskNik(digits)
    : say(
        `Diisi ${digits.length} angka; petugas akan mencocokkan`,
        `${digits.length} digits given; an officer will compare`,
      );
};

const sexText = (sex: 'L' | 'P' | undefined, say: Say): string =>
  sex === undefined ? '' : sex === 'P' ? say(', perempuan', ', female') : say(', laki-laki', ', male');

const birthText = (answers: Answers, frame: Frame, say: Say): string =>
  answers.birthOn
    ? formatDate(answers.birthOn, { language: frame.language })
    : say('Tidak tahu pasti', 'Not known for sure');

/** What an objection says, for its own check. */
const objectionRows = (answers: Answers, places: PlaceNames, say: Say): Row[] => [
  { question: 'nama', label: say('Keluarga yang tercatat', 'The listed family'), value: answers.name ?? '' },
  { question: 'kecamatan', label: 'Kecamatan', value: places.kecamatan },
  { question: 'desa', label: say('Desa/kelurahan', 'Desa/kelurahan'), value: places.desa },
  {
    question: 'alamat',
    label: say('Alamat', 'Address'),
    value: [answers.address, places.rt].filter(Boolean).join(', '),
  },
  {
    question: 'dasar',
    label: say('Yang tidak sesuai', 'What does not fit'),
    value: answers.ground ? groundLabel(answers.ground, say) : '',
  },
  { question: 'alasan', label: say('Yang Anda ketahui', 'What you know'), value: answers.reason ?? '' },
  { question: 'kontak', label: say('Nama Anda', 'Your name'), value: answers.reporterName ?? '' },
  {
    question: 'kontak',
    label: say('Telepon', 'Telephone'),
    value: answers.phone ?? say('Tidak diisi', 'Left empty'),
  },
];

/** What a complaint says. */
const complaintRows = (answers: Answers, places: PlaceNames, say: Say): Row[] => [
  {
    question: 'tentang',
    label: say('Tentang', 'About'),
    value: answers.matter ? matterLabel(answers.matter, say) : '',
  },
  { question: 'desa', label: say('Desa/kelurahan', 'Desa/kelurahan'), value: places.desa },
  { question: 'alasan', label: say('Yang terjadi', 'What happened'), value: answers.reason ?? '' },
  {
    question: 'kontak',
    label: say('Nama Anda', 'Your name'),
    value: answers.isNameless ? say('Tidak disebut', 'Not given') : (answers.reporterName ?? ''),
  },
];

const rowsOf = (answers: Answers, places: PlaceNames, frame: Frame, say: Say): Row[] => {
  const none = say('Tidak diisi', 'Left empty');
  return [
    {
      question: 'untuk',
      label: say('Untuk', 'For'),
      value: answers.relation ? relationLabel(answers.relation, say) : none,
    },
    {
      question: 'perihal',
      label: say('Yang diminta', 'Asked for'),
      value: answers.kind ? kindLabel(answers.kind, say) : none,
    },
    { question: 'nama', label: say('Nama', 'Name'), value: `${answers.name ?? none}${sexText(answers.sex, say)}` },
    { question: 'lahir', label: say('Tanggal lahir', 'Birth date'), value: birthText(answers, frame, say) },
    { question: 'nomor', label: 'NIK', value: numberText(answers.nik, say) },
    { question: 'nomor', label: say('Nomor KK', 'KK number'), value: numberText(answers.nomorKk, say) },
    { question: 'kecamatan', label: 'Kecamatan', value: places.kecamatan },
    { question: 'desa', label: say('Desa/kelurahan', 'Desa/kelurahan'), value: places.desa },
    {
      question: 'alamat',
      label: say('Alamat', 'Address'),
      value: [answers.address, places.rt].filter(Boolean).join(', '),
    },
    ...(answers.relation === 'diri_sendiri'
      ? []
      : [{ question: 'kontak' as const, label: say('Pengusul', 'Asked by'), value: answers.reporterName ?? none }]),
    { question: 'kontak', label: say('Telepon', 'Telephone'), value: answers.phone ?? none },
    { question: 'alasan', label: say('Keadaan', 'How things are'), value: answers.reason ?? none },
  ];
};

const rowsFor = (answers: Answers, places: PlaceNames, frame: Frame, say: Say): Row[] => {
  if (answers.complains) return complaintRows(answers, places, say);
  return answers.kind === 'sanggah' ? objectionRows(answers, places, say) : rowsOf(answers, places, frame, say);
};

type Props = {
  frame: Frame;
  slug: string;
  answers: Answers;
  places: PlaceNames;
  slip: string;
  faults: readonly ShownFault[];
  ticked: { consent: boolean; skipRt: boolean; tied: boolean };
};

const HiddenObjector = ({ say }: { say: Say }) => (
  <p className="note calm">
    {say(
      'Keluarga itu hanya diberi tahu bahwa ada pemeriksaan data berkala, dan diberi kesempatan menjawab. Nama Anda, isi tulisan ini, dan tanggalnya tidak diberitahukan kepada mereka maupun Ketua RT.',
      'The family is only told that its data is looked at, and may answer. Your name, what you write here and the day are not told to them or to the RT head.',
    )}
  </p>
);

const RtWish = ({ ticked, say }: { ticked: boolean; say: Say }) => (
  <>
    <h2>{say('Ketua RT', 'The RT head')}</h2>
    <p>
      {say(
        'Ketua RT hanya dapat ditanya apakah orang ini tinggal di RT-nya; alasan pengajuan tidak diberitahukan.',
        'The RT head can only be asked whether this person lives in the RT; the reason is not told.',
      )}
    </p>
    <Tick name="lewati_rt" ticked={ticked} label={say('Jangan lewat Ketua RT', 'Do not go through the RT head')} />
  </>
);

/** Everything typed, each line with its way back; consent; the wish to keep the RT head out of it. */
export const CheckPage = ({ frame, slug, answers, places, slip, faults, ticked }: Props) => {
  const say = sayIn(frame.language);
  const isSelf = answers.relation === 'diri_sendiri';
  const isObjection = answers.kind === 'sanggah';
  return (
    <Layout
      frame={frame}
      title={say('Periksa jawaban', 'Check your answers')}
      back={pathOf({ slug }, 'usul', isObjection || answers.complains ? 'kontak' : 'alasan')}
    >
      <FaultSummary faults={faults} say={say} />
      <h1>{say('Periksa, lalu kirim', 'Check, then send')}</h1>
      <dl className="answers">
        {rowsFor(answers, places, frame, say).map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
            <dd className="change screen-only">
              <a href={pathOf({ slug }, 'usul', row.question)}>
                {say('Ubah', 'Change')}
                <span className="unseen"> {row.label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" action={pathOf({ slug }, 'usul', 'kirim')}>
        <input type="hidden" name="kunci" value={slip} />
        <h2>{say('Persetujuan', 'Consent')}</h2>
        <p>
          {say(
            'Isian ini dibaca petugas desa/kelurahan dan Dinas Sosial untuk memeriksa pengajuan, dan disimpan sebagai berkas. Petugas dapat datang ke rumah.',
            'This is read by the officers of the desa/kelurahan and the agency to look into the request, and kept on file. An officer may visit the house.',
          )}
        </p>
        <Tick
          name="setuju"
          ticked={ticked.consent}
          faults={faults}
          label={
            isObjection
              ? say(
                  'Isian ini benar sejauh saya tahu. Saya tidak memotret orang dan tidak masuk pekarangan siapa pun.',
                  'This is true as far as I know. I photograph nobody and enter nobody’s yard.',
                )
              : isSelf
                ? say(
                    'Isian ini benar sejauh saya tahu, dan saya setuju data saya diperiksa.',
                    'This is true as far as I know, and I agree that my data is looked into.',
                  )
                : say(
                    'Isian ini benar sejauh saya tahu, dan orang itu atau walinya sudah setuju diajukan.',
                    'This is true as far as I know, and that person or the guardian agreed to it.',
                  )
          }
        />
        <h2>{say('Hubungan dengan pejabat', 'Ties to officials')}</h2>
        <Tick
          name="kerabat"
          ticked={ticked.tied}
          label={say(
            'Saya atau orang itu keluarga Ketua RT, perangkat desa, atau petugas Dinas Sosial. (Tidak merugikan; petugas lain yang memeriksa.)',
            'I or that person belong to the family of the RT head, a village official or an officer of the agency. (No harm in it; another officer looks.)',
          )}
        />
        {answers.complains ? null : isObjection ? (
          <HiddenObjector say={say} />
        ) : (
          <RtWish ticked={ticked.skipRt} say={say} />
        )}
        <div className="acts">
          <button type="submit">{say('Kirim pengajuan', 'Send the request')}</button>
          <button type="submit" name="nanti" value="ya" className="second">
            {say('Simpan, lanjutkan nanti', 'Save and come back later')}
          </button>
        </div>
      </form>
    </Layout>
  );
};

/** The code by which the answers are found again. */
export const CodePage = (props: { frame: Frame; slug: string; code: string; until: string }) => {
  const say = sayIn(props.frame.language);
  return (
    <Layout frame={props.frame} title={say('Isian tersimpan', 'Your answers are saved')}>
      <h1>{say('Isian tersimpan', 'Your answers are saved')}</h1>
      <p>
        {say('Belum ada yang dikirim. Catat kode lanjutan ini:', 'Nothing has been sent. Write down this resume code:')}
      </p>
      <p className="number">{props.code}</p>
      <p>
        {say(
          `Dengan kode ini isian dapat dilanjutkan di perangkat mana pun sampai ${props.until}. Siapa pun yang memegang kode ini dapat membacanya; simpan baik-baik.`,
          `With this code you can go on from any device until ${props.until}. Whoever holds it can read your answers; keep it safe.`,
        )}
      </p>
      <p>
        <a className="button" href={pathOf(props, 'usul', 'lanjut')}>
          {say('Lanjutkan sekarang', 'Go on now')}
        </a>
      </p>
      <form method="post" action={pathOf(props, 'usul', 'tutup')}>
        <button type="submit" className="second">
          {say('Tutup di perangkat ini', 'Close on this device')}
        </button>
      </form>
    </Layout>
  );
};

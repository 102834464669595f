import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useText } from '#web/ui/language.tsx';
import { OldNewTable } from '#web/ui/OldNewTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { CHANNELS, CONSENTS, KINDS, RELATIONS, STATES, TRACKS } from '../domain/kinds.ts';
import { STAGES } from '../domain/stages.ts';
import { FactsPanel } from './FactsPanel.tsx';
import { InHand } from './InHand.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import { NoOld } from './NoOld.tsx';
import { TiePanel } from './TiePanel.tsx';
import { UsulanCourse } from './UsulanCourse.tsx';
import styles from './UsulanDetail.module.css';
import { useWords } from './use-words.ts';
import { VisitAnswers } from './VisitAnswers.tsx';

export type Usulan = ReplyOf<'GET /api/usulan/:id'>;

const texts = {
  id: {
    clock: (days: number) => `hari ke-${days + 1}`,
    since: 'Diajukan pada',
    promised: 'janji selesai',
    due: 'Tenggat meja ini',
    by: 'Diusulkan',
    reporter: 'oleh',
    consent: 'Persetujuan',
    witness: 'saksi',
    reason: 'Alasan',
    number: 'Nomor',
    place: 'Wilayah',
    returns: (n: number) => `${n} kali diminta atau dikembalikan`,
    asked: 'Diminta dari pengusul',
    changes: 'Apa yang berubah',
    typed: 'diketik pengusul',
    compare: 'Isian lama dan baru',
    sheet: 'Buka lembar warga',
    same: (n: number) => `${n} isian pengusul sama dengan register.`,
    fields: {
      name: 'Nama',
      nik: 'NIK',
      nomorKk: 'Nomor KK',
      birthOn: 'Tanggal lahir',
      sex: 'Jenis kelamin',
      address: 'Alamat',
      phone: 'Telepon',
    },
    sexes: { L: 'Laki-laki', P: 'Perempuan' },
    verdict: 'Putusan musyawarah',
    verdicts: { disepakati: 'disepakati', ditolak: 'tidak disepakati', ditunda: 'ditunda' },
    rt: 'Jawaban Ketua RT',
    rtAnswers: { ya: 'benar tinggal di RT ini', tidak: 'tidak tinggal di RT ini', tidak_tahu: 'tidak tahu' },
    rtWaits: 'belum dijawab',
    flags: {
      meninggal: 'Orang ini tercatat atau dilaporkan meninggal. Selesaikan laporan itu dulu.',
      tidak_terlihat: 'Data orang ini tidak terlihat dari tugas Anda.',
      jangan_lewat_rt: 'Warga meminta: jangan lewat RT.',
      tanpa_saksi: 'Persetujuan lisan tanpa nama saksi. Tanyakan siapa saksinya.',
    },
    looks: 'Mirip usulan lain yang masih berjalan. Bandingkan dulu:',
  },
  en: {
    clock: (days: number) => `day ${days + 1}`,
    since: 'Submitted on',
    promised: 'promised by',
    due: 'This desk’s day',
    by: 'Proposed',
    reporter: 'by',
    consent: 'Consent',
    witness: 'witness',
    reason: 'Reason',
    number: 'Number',
    place: 'Area',
    returns: (n: number) => `asked or returned ${n} times`,
    asked: 'Asked of the proposer',
    changes: 'What changes',
    typed: 'typed by the proposer',
    compare: 'Old and new entries',
    sheet: 'Open the sheet',
    same: (n: number) => `${n} typed entries equal the register.`,
    fields: {
      name: 'Name',
      nik: 'NIK',
      nomorKk: 'KK number',
      birthOn: 'Birth date',
      sex: 'Sex',
      address: 'Address',
      phone: 'Phone',
    },
    sexes: { L: 'Male', P: 'Female' },
    verdict: 'Verdict of the deliberation',
    verdicts: { disepakati: 'agreed', ditolak: 'not agreed', ditunda: 'postponed' },
    rt: 'Answer of the RT head',
    rtAnswers: { ya: 'lives in this RT', tidak: 'does not live in this RT', tidak_tahu: 'does not know' },
    rtWaits: 'not answered yet',
    flags: {
      meninggal: 'This person is recorded or reported dead. Settle that report first.',
      tidak_terlihat: 'This person cannot be seen from your assignment.',
      jangan_lewat_rt: 'The citizen asked to leave the RT out.',
      tanpa_saksi: 'Spoken consent without a named witness. Ask who heard it.',
    },
    looks: 'Looks like another open proposal. Compare first:',
  },
};
type T = typeof texts.id;

const shown = (field: Usulan['changes'][number]['field'], value: string | null, t: T) => {
  if (value === null) return null;
  if (field === 'birthOn') return <DateText date={value} />;
  if (field === 'sex') return value === 'L' || value === 'P' ? t.sexes[value] : value;
  return <span className={field === 'nik' || field === 'nomorKk' ? 'number' : undefined}>{value}</span>;
};

const Warnings = ({ usulan, t }: { usulan: Usulan; t: T }) => {
  const flags = usulan.flags.filter((flag): flag is keyof T['flags'] => flag in t.flags).map((flag) => t.flags[flag]);
  const all = [...flags, ...usulan.doubts];
  if (all.length === 0 && usulan.lookAlikes.length === 0) return null;
  return (
    <div className={styles.warnings}>
      {all.map((sentence) => (
        <p key={sentence}>
          <Icon name="alert" size={14} /> {sentence}
        </p>
      ))}
      {usulan.lookAlikes.length > 0 && (
        <>
          <p>
            <Icon name="alert" size={14} /> {t.looks}
          </p>
          <ul>
            {usulan.lookAlikes.map((other) => (
              <li key={other.id}>
                {other.name}, <DateText date={other.submittedOn} />{' '}
                <span className="number">{formatReceiptCode(other.receiptNumber)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

const Head = ({ usulan, t }: { usulan: Usulan; t: T }) => {
  const say = useWords();
  const maySheet = useMay('person.read');
  const facts = [
    { label: t.number, value: <span className="number">{formatReceiptCode(usulan.receiptNumber)}</span> },
    { label: t.place, value: [usulan.rtLabel, usulan.areaLabel].filter(Boolean).join(', ') },
    {
      label: t.by,
      value: [
        say(CHANNELS[usulan.channel]),
        usulan.reporterName && `${t.reporter} ${usulan.reporterName}`,
        usulan.channel === 'rt' && usulan.relation === 'ketua_rt' ? undefined : say(RELATIONS[usulan.relation]),
      ]
        .filter(Boolean)
        .join(', '),
    },
    {
      label: t.consent,
      value: [say(CONSENTS[usulan.consent]), usulan.witness && `${t.witness} ${usulan.witness}`]
        .filter(Boolean)
        .join(', '),
    },
    { label: t.reason, value: usulan.reason },
    {
      label: t.since,
      value: (
        <>
          <DateText date={usulan.submittedOn} weekday /> ({t.clock(usulan.citizenDays)}), {t.promised}{' '}
          <DateText date={usulan.promisedOn} />
          {usulan.returns > 0 && `, ${t.returns(usulan.returns)}`}
        </>
      ),
    },
    ...(usulan.stage ? [{ label: t.due, value: <DateText date={usulan.dueOn} weekday /> }] : []),
    ...(usulan.asked ? [{ label: t.asked, value: usulan.asked }] : []),
    ...(usulan.rtAnswer
      ? [
          {
            label: t.rt,
            value: usulan.rtAnswer.answer ? t.rtAnswers[usulan.rtAnswer.answer as keyof T['rtAnswers']] : t.rtWaits,
          },
        ]
      : []),
    ...(usulan.verdict
      ? [
          {
            label: t.verdict,
            value: `${t.verdicts[usulan.verdict.verdict as keyof T['verdicts']]}${usulan.verdict.reason ? `: ${usulan.verdict.reason}` : ''}`,
            source: <DateText date={usulan.verdict.onDate} />,
          },
        ]
      : []),
  ];
  const kind =
    usulan.state === 'disetujui' ? 'selesai' : usulan.state === 'menunggu_pelengkapan' ? 'menunggu' : 'netral';
  return (
    <div className="stack">
      <div className="row">
        <h2>{usulan.name}</h2>
        <StatusBadge kind={kind}>{say(STATES[usulan.state])}</StatusBadge>
        <span className="muted">
          {say(KINDS[usulan.kind])}
          {usulan.stage && ` · ${say(STAGES[usulan.stage])}`}
          {usulan.state === 'disetujui' && ` · ${usulan.tracks.map((track) => say(TRACKS[track])).join(', ')}`}
        </span>
      </div>
      <FactList facts={facts} />
      {usulan.subject && maySheet && (
        <div className="row">
          <AppLink href={`/orang/${usulan.subject.id}`}>{t.sheet}</AppLink>
        </div>
      )}
    </div>
  );
};

/** The middle of the desk: who, by whom, what changes, what was found so far, and the course of it. */
export const UsulanDetail = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts) as T;
  const say = useWords();
  const changed = usulan.changes.filter((line) => line.isChanged);
  const same = usulan.changes.length - changed.length;
  return (
    <>
      <Head usulan={usulan} t={t} />
      <Warnings usulan={usulan} t={t} />
      <InHand usulan={usulan} />
      <TiePanel usulan={usulan} />
      <FactsPanel usulan={usulan} />
      {usulan.mayLink && <LinkPanel usulan={usulan} />}
      {usulan.changes.length > 0 && (
        <Section title={t.changes} note={same > 0 ? t.same(same) : undefined}>
          {changed.length > 0 && (
            <OldNewTable
              caption={t.compare}
              changes={changed.map((line) => ({
                key: line.field,
                label: t.fields[line.field],
                old: line.was === null ? <NoOld /> : shown(line.field, line.was, t),
                now: shown(line.field, line.now, t),
                evidence: t.typed,
                source: say(CHANNELS[usulan.channel]),
                isChanged: true,
              }))}
            />
          )}
        </Section>
      )}
      {usulan.visits.map((visit) => (
        <VisitAnswers key={visit.id} usulan={usulan} visit={visit} />
      ))}
      <UsulanCourse usulan={usulan} />
    </>
  );
};

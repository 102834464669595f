import { getRouteApi } from '@tanstack/react-router';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { FINDINGS, groundWords } from '../domain/grounds.ts';
import { FamilySide } from './FamilySide.tsx';
import { FindingForm } from './FindingForm.tsx';
import { type Objection, useSay } from './words.ts';

const texts = {
  id: {
    title: 'Sanggahan',
    number: 'Nomor',
    place: 'Wilayah',
    ground: 'Dasar',
    since: 'Diterima',
    day: (n: number) => `hari ke-${n}`,
    by: 'Putus sebelum',
    visited: 'Kunjungan ulang',
    notVisited: 'belum ada',
    papers: 'Berkas, bukti, dan kunjungan',
    open: 'Buka di antrean usulan',
    visit: 'Isi hasil kunjungan',
    finding: 'Putusan',
    letters: 'Surat hasil',
    toObjector: 'Surat untuk penyanggah (PDF)',
    toFamily: 'Surat untuk keluarga (PDF)',
    alarms: {
      sanggah_7: 'hari ke-7',
      sanggah_10: 'hari ke-10',
      sanggah_12: 'hari ke-12, naik ke Kabid',
      janji_lewat: 'janji lewat',
    },
    alarm: 'Pengingat',
    ties: (n: number) => `${n} hubungan dengan pejabat tercatat: baca di berkas usulan.`,
    about: { daftar: 'Data keluarga lain', hasil_sendiri: 'Hasil tentang penyanggah sendiri' },
  },
  en: {
    title: 'Objection',
    number: 'Number',
    place: 'Area',
    ground: 'Ground',
    since: 'Received',
    day: (n: number) => `day ${n}`,
    by: 'Settle by',
    visited: 'Look on the spot',
    notVisited: 'none yet',
    papers: 'Papers, evidence and visits',
    open: 'Open in the queue',
    visit: 'Record the visit',
    finding: 'Finding',
    letters: 'Letters',
    toObjector: 'Letter to the objector (PDF)',
    toFamily: 'Letter to the family (PDF)',
    alarms: {
      sanggah_7: 'day 7',
      sanggah_10: 'day 10',
      sanggah_12: 'day 12, up to the head of division',
      janji_lewat: 'promise passed',
    },
    alarm: 'Alarms',
    ties: (n: number) => `${n} ties to officials recorded: read them in the proposal.`,
    about: { daftar: 'Another family’s listing', hasil_sendiri: 'A result about the objector' },
  },
};
const route = getRouteApi('/sanggahan/$id');

const Head = ({ objection }: { objection: Objection }) => {
  const t = useText(texts);
  const say = useSay();
  const alarms = objection.alarms.map((mark) => t.alarms[mark as keyof typeof t.alarms] ?? mark).join(', ');
  return (
    <FactList
      facts={[
        { label: t.number, value: <span className="number">{formatReceiptCode(objection.receiptNumber)}</span> },
        { label: t.place, value: objection.areaLabel },
        { label: t.ground, value: `${t.about[objection.about]}: ${say(groundWords(objection.ground)).toLowerCase()}` },
        {
          label: t.since,
          value: (
            <>
              <DateText date={objection.submittedOn} weekday /> ({t.day(objection.days)})
            </>
          ),
        },
        { label: t.by, value: <DateText date={objection.settleBy} weekday /> },
        { label: t.visited, value: objection.visitedOn ? <DateText date={objection.visitedOn} /> : t.notVisited },
        ...(alarms ? [{ label: t.alarm, value: alarms }] : []),
      ]}
    />
  );
};

const Letters = ({ objection }: { objection: Objection }) => {
  const t = useText(texts);
  const say = useSay();
  if (!objection.finding) return null;
  const all = [...objection.reasons.terbukti, ...objection.reasons.tidak_terbukti];
  const reason = all.find(({ code }) => code === objection.findingReason)?.words;
  return (
    <Section title={t.letters}>
      <p>
        <StatusBadge kind="selesai">{say(FINDINGS[objection.finding])}</StatusBadge>{' '}
        {reason && say([reason.id, reason.en])}
        {objection.foundOn && (
          <>
            , <DateText date={objection.foundOn} />
          </>
        )}
      </p>
      <div className="row">
        <a href={`/api/objection/${objection.id}/letter/penyanggah`} target="_blank" rel="noreferrer">
          {t.toObjector}
        </a>
        {objection.hasFamilyLetter && (
          <a href={`/api/objection/${objection.id}/letter/keluarga`} target="_blank" rel="noreferrer">
            {t.toFamily}
          </a>
        )}
      </div>
    </Section>
  );
};

/** One objection: its clock, the family's side, the look on the spot, the finding and the letters to both. */
export const Page = () => {
  const t = useText(texts);
  const { id } = route.useParams();
  const read = useGet('/api/objection/:id', { params: { id } });
  const objection = read.data;
  return (
    <div className="stack">
      <PageTitle note={t.title}>{objection?.name ?? t.title}</PageTitle>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.isPending && <Waiting />}
      {objection && (
        <>
          <Head objection={objection} />
          {objection.ties > 0 && <p>{t.ties(objection.ties)}</p>}
          <div className="row">
            <AppLink
              href={`/usulan?${objection.stage ? `stage=${objection.stage}&` : `state=${objection.state}&`}id=${objection.id}`}
            >
              {t.open}
            </AppLink>
            {objection.stage === 'verval' && <AppLink href={`/usulan/${objection.id}/verval`}>{t.visit}</AppLink>}
          </div>
          {objection.about === 'daftar' && <FamilySide objection={objection} />}
          {objection.stage && <FindingForm objection={objection} />}
          <Letters objection={objection} />
        </>
      )}
    </div>
  );
};

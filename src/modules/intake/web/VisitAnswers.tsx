import { Button } from '@mantine/core';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { OldNewTable } from '#web/ui/OldNewTable.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Unknown } from '#web/ui/Unknown.tsx';
import { VERVAL_RESULTS } from '../domain/verval.ts';
import { VISIT_FLAGS, type VisitFlag } from '../domain/visit.ts';
import { NoOld } from './NoOld.tsx';
import type { Usulan } from './UsulanDetail.tsx';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Kunjungan verval',
    open: 'Buka jawaban kunjungan',
    logged: 'Pembukaan dicatat bersama putusan.',
    yes: 'ya',
    before: 'sebelumnya:',
    no: 'tidak',
    met: 'ditemui',
    notes: 'Catatan',
    caption: 'Jawaban kunjungan',
    look: 'Perlu dilihat',
    source: {
      verval: 'verval',
      siks: 'berkas SIKS-NG',
      dukcapil: 'Dukcapil',
      usulan: 'usulan',
      opd: 'OPD lain',
      petugas: 'petugas',
    },
  },
  en: {
    title: 'Field visit',
    open: 'Open the answers of the visit',
    logged: 'Opening is kept with the decision.',
    yes: 'yes',
    before: 'before:',
    no: 'no',
    met: 'met',
    notes: 'Notes',
    caption: 'Answers of the visit',
    look: 'Look at this',
    source: {
      verval: 'field check',
      siks: 'SIKS-NG file',
      dukcapil: 'civil registry',
      usulan: 'proposal',
      opd: 'other office',
      petugas: 'officer',
    },
  },
};
type Visit = Usulan['visits'][number];
type UnknownWhy = 'tidak_tahu' | 'menolak' | 'belum_ditanya' | 'usang';

/** A visit with its answers: old, new, source. The answers open on request, which is kept with the decision. */
export const VisitAnswers = ({ usulan, visit }: { usulan: Usulan; visit: Visit }) => {
  const t = useText(texts);
  const say = useWords();
  const { language } = useLanguage();
  const open = useAct('POST /api/usulan/:id/opening', { stale: [`/api/usulan/${usulan.id}`] });
  const isOpen = usulan.opened.includes('verval') || open.isSuccess;
  const word = (value: unknown, why: string | null) =>
    why !== null ? (
      <Unknown why={why as UnknownWhy} />
    ) : value === true ? (
      t.yes
    ) : value === false ? (
      t.no
    ) : value === null || value === undefined ? (
      <Unknown />
    ) : (
      String(value)
    );
  return (
    <Section
      title={`${t.title}: ${say(VERVAL_RESULTS[visit.result])}`}
      note={
        <>
          <DateText date={visit.visitedOn} weekday />, {visit.by}
          {visit.respondent && `, ${t.met}: ${visit.respondent}`}
          {visit.notes && `. ${t.notes}: ${visit.notes}`}
        </>
      }
    >
      {visit.flags.length > 0 && (
        <p>
          <strong>{t.look}:</strong> {visit.flags.map((flag) => say(VISIT_FLAGS[flag as VisitFlag])).join('; ')}.
        </p>
      )}
      <ErrorNotice error={open.error} />
      {visit.answers.length > 0 && !isOpen && (
        <div className="row">
          <Button
            disabled={open.isPending}
            onClick={() => open.act({ params: { id: usulan.id }, body: { part: 'verval' } })}
          >
            {t.open}
          </Button>
          <span className="muted">{t.logged}</span>
        </div>
      )}
      {visit.answers.length > 0 && isOpen && (
        <OldNewTable
          caption={t.caption}
          changes={visit.answers.map((line) => ({
            key: line.field,
            label: `${line.no}. ${line.label[language]}`,
            old: line.oldOn === null ? <NoOld /> : word(line.oldValue, line.oldUnknown),
            now: word(line.value, line.unknown),
            evidence: (
              <>
                {t.source.verval}, <DateText date={visit.visitedOn} />
              </>
            ),
            source: line.oldOn ? (
              <>
                {t.before} {t.source[line.oldSource as keyof typeof t.source] ?? line.oldSource},{' '}
                <DateText date={line.oldOn} />
              </>
            ) : undefined,
            isChanged: line.oldOn === null || line.value !== line.oldValue || line.unknown !== line.oldUnknown,
          }))}
        />
      )}
    </Section>
  );
};

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { InstantText } from '#web/ui/DateText.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { useText } from '#web/ui/language.tsx';
import type { TermsDraft } from './new-terms.ts';

type View = ReplyOf<'GET /api/programme/:id'>;
type Paper = NonNullable<View['juknisFile']>;

const texts = {
  id: {
    text: 'Juknis (teks)',
    file: 'Berkas juknis',
    hint: 'PDF, paling besar 20 MB. Disimpan bersama versi ketentuan ini.',
    open: 'Buka PDF',
    size: (kb: number) => `${kb.toLocaleString('id-ID')} KB`,
    print: (sha: string) => `sidik ${sha.slice(0, 12)}`,
    remove: 'Lepas dari ketentuan',
    unsaved: 'Berlaku setelah ketentuan disimpan.',
  },
  en: {
    text: 'Juknis (text)',
    file: 'File of the juknis',
    hint: 'PDF of at most 20 MB. Kept with this version of the terms.',
    open: 'Open the PDF',
    size: (kb: number) => `${kb.toLocaleString('id-ID')} KB`,
    print: (sha: string) => `hash ${sha.slice(0, 12)}`,
    remove: 'Take off the terms',
    unsaved: 'Counts once the terms are saved.',
  },
};

/** A kept paper in one line: name, size, hash, who and when; opens when it belongs to saved terms. */
export const PaperLine = ({ paper, href }: { paper: Paper; href?: string | undefined }) => {
  const t = useText(texts);
  return (
    <span>
      {href === undefined ? (
        <strong>{paper.name}</strong>
      ) : (
        <a href={href} target="_blank" rel="noreferrer" aria-label={`${t.open}: ${paper.name}`}>
          {paper.name}
        </a>
      )}{' '}
      <span className="muted">
        {t.size(Math.ceil(paper.bytes / 1000))}, <span title={paper.sha256}>{t.print(paper.sha256)}</span>, {paper.by},{' '}
        <InstantText at={paper.at} />
      </span>
    </span>
  );
};

/** The juknis of a programme: its text, and its PDF with size, hash and date. */
export const JuknisField = ({
  view,
  terms,
  set,
}: {
  view: View;
  terms: TermsDraft;
  set: (part: Partial<TermsDraft>) => void;
}) => {
  const t = useText(texts);
  const [sent, setSent] = useState<Paper>();
  const { juknisFile } = terms;
  const paper = [sent, view.juknisFile].find((one) => one && one.id === juknisFile);
  const isSaved = view.juknisFile?.id === juknisFile;
  return (
    <div className="stack">
      <Textarea
        label={t.text}
        rows={4}
        value={terms.juknis ?? ''}
        onChange={(event) => set({ juknis: event.currentTarget.value })}
      />
      {paper && (
        <div className="row">
          <PaperLine paper={paper} href={isSaved ? `/api/programme/${view.id}/juknis/${paper.id}` : undefined} />
          {!isSaved && <span className="muted">{t.unsaved}</span>}
          {view.mayChange && <Button onClick={() => set({ juknisFile: null })}>{t.remove}</Button>}
        </div>
      )}
      {view.mayChange && (
        <FileDrop
          label={t.file}
          hint={t.hint}
          accept={['.pdf']}
          mostBytes={20_000_000}
          urlOf={(file) => `/api/programme/${view.id}/juknis?name=${encodeURIComponent(file.name)}`}
          onDone={(reply) => {
            setSent(reply as Paper);
            set({ juknisFile: (reply as Paper).id });
          }}
        />
      )}
    </div>
  );
};

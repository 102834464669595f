import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import type { TermsDraft } from './new-terms.ts';
import styles from './TermsEditor.module.css';

type Template = ReplyOf<'GET /api/programme-template'>['items'][number];

const texts = {
  id: {
    title: 'Mulai dari contoh',
    note: 'Contoh memberi bentuk: aturan, urutan, dan contoh keluarga. Batas desil, besaran, dan pasal disesuaikan dengan juknis tahun berjalan. Baris anggaran dan kuota Anda tetap.',
    use: 'Pakai contoh ini',
    using: 'Memasang…',
    cases: (n: number) => `${n} contoh keluarga ikut disimpan.`,
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Begin from an example',
    note: 'An example gives the shape: rules, order, and example families. Desil, amounts and articles follow the juknis of the year. Your budget line and quotas stay.',
    use: 'Use this example',
    using: 'Setting…',
    cases: (n: number) => `${n} example families are kept with it.`,
    cancel: 'Not now',
  },
};

/** Keeps the example families of a template with the programme, one after the other, each once. */
const useCases = (programmeId: string) => {
  const add = useAct('POST /api/programme/:id/case', { stale: ['/api/programme'] });
  const keep = async (template: Template) => {
    for (const { name, family, members, expected, reason } of template.cases)
      await add.send({
        params: { id: programmeId },
        body: { name, family, members, expected, reason, origin: 'contoh' },
      });
  };
  return { keep, error: add.error };
};

/** Terms in the shape of a known programme, taken into the draft; what is the agency's own (money, quotas, juknis) stays. */
export const TemplateDialog = ({
  programmeId,
  terms,
  onUse,
  onClose,
}: {
  programmeId: string;
  terms: TermsDraft;
  onUse: (terms: TermsDraft) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const found = useGet('/api/programme-template');
  const cases = useCases(programmeId);
  const [using, setUsing] = useState<string>();
  const take = async (template: Template) => {
    setUsing(template.id);
    const kept = await cases.keep(template).then(
      () => true,
      () => false,
    );
    setUsing(undefined);
    if (!kept) return;
    const { juknis, juknisFile, ceiling, quota, parafChain, decreeBy } = terms;
    onUse({ ...template.terms, juknis, juknisFile, ceiling, quota, parafChain, decreeBy });
  };
  return (
    <Dialog title={t.title} onClose={onClose} width={720}>
      <div className="stack">
        <p className="muted">{t.note}</p>
        <ErrorNotice error={found.error ?? cases.error} />
        {found.isPending && <Waiting />}
        <ul className={styles.rows}>
          {(found.data?.items ?? []).map((template) => (
            <li key={template.id} className={styles.row}>
              <strong>{template.name}</strong>
              <span>{template.note}</span>
              <span className="muted">{t.cases(template.cases.length)}</span>
              <div>
                <Button
                  aria-label={`${t.use}: ${template.name}`}
                  disabled={using !== undefined}
                  onClick={() => void take(template)}
                >
                  {using === template.id ? t.using : t.use}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
};

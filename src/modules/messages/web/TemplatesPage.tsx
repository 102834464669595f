import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';

const texts = {
  id: {
    title: 'Templat pesan',
    note: 'Kata-kata pesan yang dikirim atau masuk kotak. Tanda dalam kurung kurawal diganti dengan isinya.',
    own: 'Kata-kata Dinas Sosial sendiri',
    shipped: 'Kata-kata bawaan',
    subject: 'Judul',
    body: 'Isi',
    places: 'Tanda yang dapat dipakai',
    preview: 'Lihat contoh',
    save: 'Simpan',
    wait: 'Menyimpan…',
    saved: 'Tersimpan.',
    restore: 'Pakai kata-kata bawaan',
    reads: 'Pembaca akan melihat',
  },
  en: {
    title: 'Words of messages',
    note: 'The words of messages that leave or lie in a box. What stands in braces is replaced.',
    own: 'The agency’s own words',
    shipped: 'The words that come with Rukun',
    subject: 'Subject',
    body: 'Text',
    places: 'Placeholders',
    preview: 'See an example',
    save: 'Save',
    wait: 'Saving…',
    saved: 'Saved.',
    restore: 'Take the words that come with Rukun',
    reads: 'The reader will see',
  },
};
type Template = ReplyOf<'GET /api/message/template'>['items'][number];

const useWords = (template: Template) => {
  const [subject, setSubject] = useState(template.subject);
  const [body, setBody] = useState(template.body);
  const stale = ['/api/message/template'];
  const save = useAct('PUT /api/message/template/:code', { stale });
  const restore = useAct('POST /api/message/template/:code/restoring', { stale });
  const preview = useAct('POST /api/message/template/:code/preview');
  const params = { code: template.code };
  return {
    ...{ subject, setSubject, body, setBody, save, restore, preview },
    doSave: () => save.act({ params, body: { subject, body, version: template.version } }),
    doRestore: () => restore.act({ params, body: { version: template.version } }),
    doPreview: () => preview.act({ params, body: { subject, body } }),
  };
};

const Editor = ({ template }: { template: Template }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const words = useWords(template);
  const { save, restore, preview } = words;
  return (
    <Section title={template.name[language]} note={template.version === 0 ? t.shipped : t.own}>
      <div className="stack" style={{ maxWidth: 640 }}>
        <ErrorNotice error={save.error ?? restore.error ?? preview.error} />
        <TextInput
          label={t.subject}
          value={words.subject}
          onChange={(event) => words.setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={t.body}
          autosize
          minRows={3}
          value={words.body}
          onChange={(event) => words.setBody(event.currentTarget.value)}
        />
        <p className="muted">
          {t.places}: {template.places.map((place) => `{${place.name}} ${place.what[language]}`).join('; ')}.
        </p>
        <div className="row">
          <Button onClick={words.doPreview}>{t.preview}</Button>
          {template.version > 0 && <Button onClick={words.doRestore}>{t.restore}</Button>}
          <Button variant="filled" disabled={save.isPending} onClick={words.doSave}>
            {save.isPending ? t.wait : t.save}
          </Button>
          <span role="status">{save.isSuccess ? t.saved : ''}</span>
        </div>
        {preview.data && (
          <div aria-live="polite">
            <h3>{t.reads}</h3>
            <p lang="id">
              <strong>{preview.data.subject}</strong>
            </p>
            <p lang="id" style={{ whiteSpace: 'pre-wrap' }}>
              {preview.data.body}
            </p>
          </div>
        )}
      </div>
    </Section>
  );
};

/** The words of every kind of message, with their placeholders and an example. */
export const Page = () => {
  const t = useText(texts);
  const templates = useGet('/api/message/template');
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />
      {templates.isPending && <Waiting />}
      {templates.data?.items.map((template) => (
        <Editor key={`${template.code} ${template.version}`} template={template} />
      ))}
    </div>
  );
};

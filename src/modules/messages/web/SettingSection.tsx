import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';

const texts = {
  id: {
    title: 'Jalan pesan dan laporan harian',
    note: 'WhatsApp dan SMS tidak terkirim sendiri: teksnya menunggu petugas yang mengirim dari HP kantor.',
    wa: 'Warga boleh meminta pemberitahuan lewat WhatsApp',
    sms: 'Warga boleh meminta pemberitahuan lewat SMS',
    to: 'Penerima laporan harian dan akar jejak audit',
    toHint: 'Satu alamat surel tiap baris; sebaiknya di luar Dinas Sosial, misalnya Inspektorat.',
    at: 'Jam pengiriman (waktu setempat)',
    save: 'Simpan pengaturan',
    wait: 'Menyimpan…',
    saved: 'Tersimpan.',
  },
  en: {
    title: 'Ways of messages, and the daily report',
    note: 'WhatsApp and SMS do not leave by themselves: the text waits for an officer who sends it from the office’s phone.',
    wa: 'Citizens may ask for notices by WhatsApp',
    sms: 'Citizens may ask for notices by SMS',
    to: 'Receivers of the daily report and the audit’s root',
    toHint: 'One address a line; better outside the agency, for example the Inspektorat.',
    at: 'Hour of sending (local time)',
    save: 'Save the settings',
    wait: 'Saving…',
    saved: 'Saved.',
  },
};

const Form = ({ setting }: { setting: ReplyOf<'GET /api/message/setting'> }) => {
  const t = useText(texts);
  const [wa, setWa] = useState(setting.wa);
  const [sms, setSms] = useState(setting.sms);
  const [to, setTo] = useState(setting.reportTo.join('\n'));
  const [at, setAt] = useState(setting.reportAt);
  const save = useAct('PUT /api/message/setting', { stale: ['/api/message/setting'] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.act({ body: { wa, sms, reportTo: to.split('\n').filter(Boolean), reportAt: at, version: setting.version } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate style={{ maxWidth: 560 }}>
      <ErrorNotice error={save.error} />
      <Checkbox label={t.wa} checked={wa} onChange={(event) => setWa(event.currentTarget.checked)} />
      <Checkbox label={t.sms} checked={sms} onChange={(event) => setSms(event.currentTarget.checked)} />
      <Textarea
        label={t.to}
        description={t.toHint}
        rows={3}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <TextInput
        label={t.at}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
        style={{ width: 220 }}
      />
      <div className="row">
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? t.wait : t.save}
        </Button>
        <span role="status">{save.isSuccess ? t.saved : ''}</span>
      </div>
    </form>
  );
};

/** Which ways are on, and who gets the report of every evening. */
export const SettingSection = () => {
  const t = useText(texts);
  const setting = useGet('/api/message/setting');
  return (
    <Section title={t.title} note={t.note}>
      <ErrorNotice error={setting.error} onRetry={() => void setting.refetch()} />
      {setting.data && <Form key={setting.data.version} setting={setting.data} />}
    </Section>
  );
};

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';

const texts = {
  id: {
    title: (name: string) => `Pemangku ${name}`,
    name: 'Nama pemangku',
    kind: 'Sebagai',
    kinds: { definitif: 'Definitif', plt: 'Plt', plh: 'Plh' },
    from: 'Mulai',
    until: 'Sampai (boleh kosong)',
    sk: 'Nomor SK',
    former: 'Akhiri pemangku lama pada hari sebelumnya',
    save: 'Catat pemangku',
    wait: 'Menyimpan…',
  },
  en: {
    title: (name: string) => `Holder of ${name}`,
    name: 'Name',
    kind: 'As',
    kinds: { definitif: 'Definitive', plt: 'Plt', plh: 'Plh' },
    from: 'From',
    until: 'Until (may be empty)',
    sk: 'Decree number',
    former: 'End the former holder on the day before',
    save: 'Record the holder',
    wait: 'Saving…',
  },
};
const KINDS = ['definitif', 'plt', 'plh'] as const;

/** Appoints a holder of a position. */
export const HolderForm = ({ position, onClose }: { position: { id: string; name: string }; onClose: () => void }) => {
  const t = useText(texts);
  const [form, setForm] = useState({ staffName: '', kind: 'definitif', from: '', until: '', sk: '', endFormer: true });
  const appoint = useAct('POST /api/position/:id/holder', { stale: ['/api/position'], onDone: onClose });
  const kind = KINDS.find((one) => one === form.kind) ?? 'definitif';
  return (
    <Dialog title={t.title(position.name)} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          appoint.act({
            params: { id: position.id },
            body: {
              staffName: form.staffName,
              kind,
              from: form.from,
              until: form.until || null,
              sk: form.sk,
              endFormer: form.endFormer,
            },
          });
        }}
      >
        <ErrorNotice error={appoint.error} />
        <TextInput
          label={t.name}
          value={form.staffName}
          onChange={(event) => setForm({ ...form, staffName: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.kind}
          value={form.kind}
          data={KINDS.map((one) => ({ value: one, label: t.kinds[one] }))}
          onChange={(event) => setForm({ ...form, kind: event.currentTarget.value })}
        />
        <DateField label={t.from} value={form.from} onChange={(from) => setForm({ ...form, from })} />
        <DateField label={t.until} value={form.until} onChange={(until) => setForm({ ...form, until })} />
        <TextInput
          label={t.sk}
          value={form.sk}
          onChange={(event) => setForm({ ...form, sk: event.currentTarget.value })}
        />
        <Checkbox
          label={t.former}
          checked={form.endFormer}
          onChange={(event) => setForm({ ...form, endFormer: event.currentTarget.checked })}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="submit" variant="filled" disabled={appoint.isPending}>
            {appoint.isPending ? t.wait : t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

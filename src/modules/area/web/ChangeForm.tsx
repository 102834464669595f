import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LocalDate } from '#kernel/local-date.ts';
import { AreaPicker, type PickedArea } from '#web/ui/AreaPicker.tsx';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { ChangeEffects } from './ChangeEffects.tsx';
import { changeOf, type Form, LEVELS } from './change-form.ts';
import { CHANGE_KINDS, texts } from './words.ts';

const EMPTY: Form = {
  kind: 'ganti_nama',
  area: null,
  areas: [],
  parent: null,
  level: 'rt',
  name: '',
  kode: '',
  jenis: '',
  parts: [
    { key: 1, name: '', kode: '' },
    { key: 2, name: '', kode: '' },
  ],
  decree: '',
  decreeOn: '',
  onDate: '',
};
const JENIS = ['', 'desa', 'kelurahan', 'desa_adat'] as const;

type Fields = { form: Form; set: (some: Partial<Form>) => void };

const Parts = ({ form, set }: Fields) => {
  const t = useText(texts);
  const setPart = (at: number, some: Partial<Form['parts'][number]>) =>
    set({ parts: form.parts.map((part, index) => (index === at ? { ...part, ...some } : part)) });
  const isLocal = form.area?.kind === 'rw' || form.area?.kind === 'rt' || form.area?.kind === 'dusun';
  return (
    <>
      <p>{t.splitHint}</p>
      {form.parts.map((part, at) => (
        <div className="row" key={part.key}>
          <TextInput
            label={t.partName(at + 1)}
            value={part.name}
            onChange={(event) => setPart(at, { name: event.currentTarget.value })}
          />
          {!isLocal && (
            <TextInput
              label={t.partCode(at + 1)}
              value={part.kode}
              onChange={(event) => setPart(at, { kode: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
      <Button onClick={() => set({ parts: [...form.parts, { key: form.parts.length + 1, name: '', kode: '' }] })}>
        {t.addPart}
      </Button>
    </>
  );
};

const Joined = ({ form, set }: Fields) => {
  const t = useText(texts);
  const add = (area: PickedArea | null) =>
    area && !form.areas.some((one) => one.id === area.id) && set({ areas: [...form.areas, area] });
  return (
    <>
      <ul>
        {form.areas.map((area) => (
          <li key={area.id}>
            {area.label}{' '}
            <Button size="compact-sm" onClick={() => set({ areas: form.areas.filter((one) => one.id !== area.id) })}>
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
      <AreaPicker label={t.areas} value={null} onChange={add} />
    </>
  );
};

const Naming = ({ form, set }: Fields) => {
  const t = useText(texts);
  const local =
    form.kind === 'baru' ||
    ['rw', 'rt', 'dusun'].includes((form.kind === 'gabung' ? form.areas[0] : form.area)?.kind ?? '');
  return (
    <>
      <TextInput label={t.name} value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} />
      {!local && (
        <div className="row">
          <NativeSelect
            label={t.jenis}
            value={form.jenis}
            data={JENIS.map((one) => ({ value: one, label: t.jenisKinds[one] }))}
            onChange={(event) => set({ jenis: JENIS.find((one) => one === event.currentTarget.value) ?? '' })}
          />
          <TextInput
            label={form.kind === 'gabung' ? t.newCode : t.code}
            value={form.kode}
            onChange={(event) => set({ kode: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
};

const ChangeFields = ({ form, set }: Fields) => {
  const t = useText(texts);
  return (
    <>
      <NativeSelect
        label={t.kind}
        value={form.kind}
        data={CHANGE_KINDS.map((one) => ({ value: one, label: t.kinds[one] }))}
        onChange={(event) => set({ kind: CHANGE_KINDS.find((one) => one === event.currentTarget.value) ?? form.kind })}
      />
      {form.kind !== 'gabung' && form.kind !== 'baru' && (
        <AreaPicker label={t.area} value={form.area} onChange={(area) => set({ area })} />
      )}
      {form.kind === 'gabung' && <Joined form={form} set={set} />}
      {(form.kind === 'pindah_induk' || form.kind === 'baru') && (
        <AreaPicker
          label={form.kind === 'baru' ? t.under : t.parent}
          value={form.parent}
          onChange={(parent) => set({ parent })}
        />
      )}
      {form.kind === 'baru' && (
        <NativeSelect
          label={t.level}
          value={form.level}
          data={LEVELS.map((one) => ({ value: one, label: t.levels[one] }))}
          onChange={(event) => set({ level: LEVELS.find((one) => one === event.currentTarget.value) ?? form.level })}
        />
      )}
      {(form.kind === 'ganti_nama' || form.kind === 'gabung' || form.kind === 'baru') && (
        <Naming form={form} set={set} />
      )}
      {form.kind === 'mekar' && <Parts form={form} set={set} />}
      {form.kind === 'pindah_induk' && (
        <TextInput label={t.code} value={form.kode} onChange={(event) => set({ kode: event.currentTarget.value })} />
      )}
      <TextInput
        label={t.decree}
        value={form.decree}
        onChange={(event) => set({ decree: event.currentTarget.value })}
      />
      <DateField label={t.decreeOn} value={form.decreeOn} onChange={(decreeOn: LocalDate | '') => set({ decreeOn })} />
      <DateField label={t.onDate} value={form.onDate} onChange={(onDate: LocalDate | '') => set({ onDate })} />
    </>
  );
};

/** Records one change in two steps: the entries, then what will follow from them. */
export const ChangeForm = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const [form, setForm] = useState(EMPTY);
  const preview = useAct('POST /api/area-event/preview', {});
  const record = useAct('POST /api/area-event', { stale: ['/api/area-event', '/api/area'], onDone: onClose });
  const set = (some: Partial<Form>) => {
    setForm({ ...form, ...some });
    preview.reset();
    record.reset();
  };
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (preview.data) record.act({ body: { change: changeOf(form), version: preview.data.version } });
          else preview.act({ body: { change: changeOf(form) } });
        }}
      >
        {preview.data ? (
          <ChangeEffects effects={preview.data} kind={form.kind} />
        ) : (
          <ChangeFields form={form} set={set} />
        )}
        <ErrorNotice error={preview.error ?? record.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          {preview.data && <Button onClick={() => set({})}>{t.back}</Button>}
          <Button type="submit" variant="filled" disabled={preview.isPending || record.isPending}>
            {preview.isPending || record.isPending ? t.wait : preview.data ? t.record : t.preview}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

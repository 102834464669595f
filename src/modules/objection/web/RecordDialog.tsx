import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { AreaPicker, type PickedArea } from '#web/ui/AreaPicker.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { useSession } from '#web/ui/session.tsx';
import { LIST_GROUNDS, type ListGround } from '../domain/grounds.ts';
import { STALE, useSay } from './words.ts';

const texts = {
  id: {
    title: 'Catat sanggahan',
    name: 'Kepala keluarga yang disanggah',
    address: 'Alamat keluarga itu',
    area: 'Desa/kelurahan keluarga itu',
    objectorArea: 'Desa/kelurahan penyanggah',
    objector: 'Nama penyanggah',
    hidden: 'Disimpan terpisah. Sesudah dikirim tidak dapat Anda baca lagi.',
    phone: 'Telepon penyanggah (boleh kosong)',
    ground: 'Yang tidak sesuai',
    reason: 'Apa yang diketahui penyanggah',
    consent: 'Disampaikan',
    consents: { tertulis: 'Tertulis', lisan_saksi: 'Lisan, ada saksi', cap_jempol: 'Cap jempol' },
    send: 'Simpan sanggahan',
    done: 'Sanggahan tersimpan. Salin untuk penyanggah; PIN hanya tampil sekali.',
    number: 'Nomor',
    close: 'Tutup',
    need: {
      name: 'Isi nama kepala keluarga.',
      address: 'Isi alamatnya.',
      area: 'Pilih desa/kelurahan keluarga itu.',
      objectorArea: 'Pilih desa/kelurahan penyanggah.',
      objector: 'Isi nama penyanggah.',
      reason: 'Tulis apa yang diketahui, paling sedikit sepuluh huruf.',
    },
  },
  en: {
    title: 'Record an objection',
    name: 'Head of the listed family',
    address: 'Address of that family',
    area: 'Desa/kelurahan of that family',
    objectorArea: 'Desa/kelurahan of the objector',
    objector: 'Name of the objector',
    hidden: 'Kept apart. Once sent you cannot read it again.',
    phone: 'Phone of the objector (may be empty)',
    ground: 'What does not fit',
    reason: 'What the objector knows',
    consent: 'Told',
    consents: { tertulis: 'In writing', lisan_saksi: 'Spoken, with a witness', cap_jempol: 'Thumbprint' },
    send: 'Save the objection',
    done: 'Saved. Copy this for the objector; the PIN is shown once.',
    number: 'Number',
    close: 'Close',
    need: {
      name: 'Fill in the head of the family.',
      address: 'Fill in the address.',
      area: 'Choose the desa/kelurahan of the family.',
      objectorArea: 'Choose the desa/kelurahan of the objector.',
      objector: 'Fill in the objector’s name.',
      reason: 'Write what is known, at least ten letters.',
    },
  },
};
type Need = keyof (typeof texts)['id']['need'];
type Consent = keyof (typeof texts)['id']['consents'];

const START = {
  name: '',
  address: '',
  area: null as PickedArea | null,
  objectorArea: null as PickedArea | null,
  objector: '',
  phone: '',
  ground: 'sudah_mampu' as ListGround,
  reason: '',
  consent: 'tertulis' as Consent,
};
type Form = typeof START;

const lacking = (form: Form): Need[] => {
  const all: (Need | false)[] = [
    form.name.trim() === '' && 'name',
    form.address.trim() === '' && 'address',
    form.area === null && 'area',
    form.objectorArea === null && 'objectorArea',
    form.objector.trim() === '' && 'objector',
    form.reason.trim().length < 10 && 'reason',
  ];
  return all.filter((need) => need !== false);
};

const useRecord = () => {
  const t = useText(texts);
  const { assignment } = useSession();
  const [form, setForm] = useState<Form>(START);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const record = useAct('POST /api/objection', { stale: STALE });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const needs = lacking(form);
    setFaults(needs.map((field) => ({ field, sentence: t.need[field] })));
    if (needs.length > 0 || !form.area || !form.objectorArea) return;
    record.act({
      body: {
        channel: assignment?.role === 'operator_desa' ? 'kelurahan' : 'dinsos',
        name: form.name.trim(),
        address: form.address.trim(),
        areaId: form.area.id,
        objectorDesaId: form.objectorArea.id,
        objectorName: form.objector.trim(),
        objectorPhone: form.phone.trim(),
        ground: form.ground,
        reason: form.reason.trim(),
        consent: form.consent,
      },
    });
  };
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  return { form, set, faults, record, submit };
};

/** An objection told at a desk. The objector's name goes into the closed part and comes back to nobody here. */
export const RecordDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const say = useSay();
  const { form, set, faults, record, submit } = useRecord();
  const errorOf = (field: Need) => faults.find((fault) => fault.field === field)?.sentence;
  const text = (field: 'name' | 'address' | 'objector' | 'phone', description?: string) => (
    <TextInput
      label={t[field]}
      name={field}
      description={description}
      maxLength={field === 'address' ? 300 : 120}
      value={form[field]}
      error={field === 'phone' ? undefined : errorOf(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  if (record.data)
    return (
      <Dialog title={t.title} onClose={onClose}>
        <div className="stack">
          <p>{t.done}</p>
          <p>
            {t.number}: <strong className="number">{formatReceiptCode(record.data.receiptNumber)}</strong>
          </p>
          <p>
            PIN: <strong className="number">{record.data.pin}</strong>
          </p>
          <Button variant="filled" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <FormErrors faults={faults} />
        <ErrorNotice error={record.error} />
        {text('name')}
        {text('address')}
        <AreaPicker
          label={t.area}
          name="area"
          kind="desa"
          value={form.area}
          error={errorOf('area')}
          onChange={(area) => set({ area })}
        />
        <NativeSelect
          label={t.ground}
          value={form.ground}
          data={(Object.keys(LIST_GROUNDS) as ListGround[]).map((value) => ({
            value,
            label: say(LIST_GROUNDS[value].words),
          }))}
          onChange={(event) => set({ ground: event.currentTarget.value as ListGround })}
        />
        <Textarea
          label={t.reason}
          name="reason"
          rows={3}
          maxLength={1000}
          value={form.reason}
          error={errorOf('reason')}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        {text('objector', t.hidden)}
        {text('phone')}
        <AreaPicker
          label={t.objectorArea}
          name="objectorArea"
          kind="desa"
          value={form.objectorArea}
          error={errorOf('objectorArea')}
          onChange={(objectorArea) => set({ objectorArea })}
        />
        <NativeSelect
          label={t.consent}
          value={form.consent}
          data={(Object.keys(t.consents) as Consent[]).map((value) => ({ value, label: t.consents[value] }))}
          onChange={(event) => set({ consent: event.currentTarget.value as Consent })}
        />
        <Button type="submit" variant="filled" disabled={record.isPending}>
          {t.send}
        </Button>
      </form>
    </Dialog>
  );
};

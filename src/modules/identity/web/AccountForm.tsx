import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AreaPicker, type PickedArea } from '#web/ui/AreaPicker.tsx';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';

const texts = {
  id: {
    title: 'Akun baru',
    name: 'Nama',
    username: 'Nama masuk',
    usernameNote: 'Huruf kecil, angka, titik',
    kind: 'Jenis akun',
    kinds: { staf: 'Staf', rt: 'Ketua RT', psm: 'PSM', mitra: 'Mitra' },
    until: 'Akhir masa bakti',
    role: 'Peran',
    area: 'Wilayah tugas',
    clearance: 'Tingkat kerahasiaan',
    from: 'Mulai bertugas',
    basis: 'Dasar penugasan (nomor SK)',
    make: 'Buat akun',
    wait: 'Menyimpan…',
    done: 'Akun dibuat. Kata sandi ini hanya tampil sekali; serahkan langsung kepada orangnya.',
    close: 'Selesai',
  },
  en: {
    title: 'New account',
    name: 'Name',
    username: 'Sign-in name',
    usernameNote: 'Lower-case letters, digits, dots',
    kind: 'Kind of account',
    kinds: { staf: 'Staff', rt: 'RT head', psm: 'PSM', mitra: 'Partner' },
    until: 'End of term',
    role: 'Role',
    area: 'Area',
    clearance: 'Confidentiality level',
    from: 'From',
    basis: 'Basis (decree number)',
    make: 'Make the account',
    wait: 'Saving…',
    done: 'The account is made. This password is shown once; hand it to the person directly.',
    close: 'Done',
  },
};
const KINDS = ['staf', 'rt', 'psm', 'mitra'] as const;
const isKind = (value: string): value is (typeof KINDS)[number] => KINDS.some((kind) => kind === value);

/** Makes an account with its first assignment, and shows its password once. */
export const AccountForm = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const roles = useGet('/api/role');
  const [form, setForm] = useState({
    name: '',
    username: '',
    kind: 'staf' as (typeof KINDS)[number],
    expiresOn: '',
    role: 'operator_desa',
    clearance: '0',
    from: '',
    basis: '',
  });
  const [area, setArea] = useState<PickedArea | null>(null);
  const create = useAct('POST /api/account', { stale: ['/api/account'] });
  const set = (field: keyof typeof form) => (event: { currentTarget: { value: string } }) =>
    setForm({ ...form, [field]: event.currentTarget.value });
  if (create.data)
    return (
      <Dialog title={t.title} onClose={onClose}>
        <div className="stack">
          <p>{t.done}</p>
          <p className="number" style={{ fontSize: 20 }}>
            <strong>{create.data.password}</strong>
          </p>
          <Button variant="filled" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </Dialog>
    );
  const expires = form.kind === 'rt' || form.kind === 'psm';
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          create.act({
            body: {
              name: form.name,
              username: form.username,
              kind: form.kind,
              expiresOn: expires && form.expiresOn ? form.expiresOn : null,
              assignment: {
                role: form.role,
                areaId: area?.id ?? 0,
                clearance: Number(form.clearance),
                from: form.from,
                basis: form.basis,
              },
            },
          });
        }}
      >
        <ErrorNotice error={create.error} />
        <TextInput label={t.name} name="name" value={form.name} onChange={set('name')} />
        <TextInput
          label={t.username}
          description={t.usernameNote}
          name="username"
          value={form.username}
          onChange={set('username')}
          autoCapitalize="none"
        />
        <NativeSelect
          label={t.kind}
          value={form.kind}
          data={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          onChange={(event) =>
            isKind(event.currentTarget.value) && setForm({ ...form, kind: event.currentTarget.value })
          }
        />
        {expires && (
          <DateField
            label={t.until}
            name="expiresOn"
            value={form.expiresOn}
            onChange={(expiresOn) => setForm({ ...form, expiresOn })}
          />
        )}
        <NativeSelect
          label={t.role}
          value={form.role}
          onChange={set('role')}
          data={(roles.data?.roles ?? []).map((role) => ({ value: role.id, label: role.name[language] }))}
        />
        <AreaPicker label={t.area} name="areaId" value={area} onChange={setArea} />
        <NativeSelect
          label={t.clearance}
          value={form.clearance}
          onChange={set('clearance')}
          data={['0', '1', '2', '3']}
        />
        <DateField label={t.from} name="from" value={form.from} onChange={(from) => setForm({ ...form, from })} />
        <TextInput label={t.basis} name="basis" value={form.basis} onChange={set('basis')} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="submit" variant="filled" disabled={create.isPending}>
            {create.isPending ? t.wait : t.make}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import { AreaPicker, type PickedArea } from '#web/ui/AreaPicker.tsx';
import { call } from '#web/ui/api.ts';
import { fieldErrors } from '#web/ui/api-error.ts';
import type { Given } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { hasLikely, LikelyDialog } from '#web/ui/LikelyDialog.tsx';
import type { Likely } from '#web/ui/LikelyList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSettled } from '#web/ui/use-slow.ts';
import { DoubtList } from './Doubts.tsx';
import { LikelyPanel } from './LikelyPanel.tsx';
import { EMPTY_DRAFT, type PersonDraft, PersonFields } from './PersonFields.tsx';
import styles from './sheet.module.css';
import { NO_NIK, SHDK } from './words.ts';

const texts = {
  id: {
    title: 'Daftarkan warga baru',
    note: 'Cari dulu. Orang yang sudah tercatat tidak didaftarkan dua kali.',
    search: 'Cari warga',
    who: 'Orangnya',
    numbers: 'Nomor',
    nik: 'NIK',
    nikHint: '16 angka seperti di KTP atau KK; yang meragukan tetap tersimpan sebagai klaim',
    noNik: 'Bila tanpa NIK, sebabnya',
    family: 'Keluarga dan tempat tinggal',
    kk: 'Nomor KK',
    kkHint: 'Kosongkan bila belum ada; keluarganya dibuat tanpa nomor',
    shdk: 'Hubungan dengan kepala keluarga',
    unknown: 'belum diketahui',
    area: 'RT, RW, atau desa tempat tinggal',
    address: 'Alamat (jalan, nomor rumah)',
    save: 'Daftarkan',
    noName: 'Isi nama.',
    noArea: 'Pilih tempat tinggalnya.',
    saved: 'Warga sudah terdaftar',
    open: 'Buka lembarnya',
    another: 'Daftarkan orang lain',
  },
  en: {
    title: 'Register a new resident',
    note: 'Search first. Nobody on record is registered twice.',
    search: 'Find a resident',
    who: 'The person',
    numbers: 'Numbers',
    nik: 'NIK',
    nikHint: '16 digits as on the KTP or KK; a doubtful one is kept as a claim',
    noNik: 'Without a NIK, because',
    family: 'Family and home',
    kk: 'KK number',
    kkHint: 'Leave empty when there is none; the family is made without a number',
    shdk: 'Relation to the head',
    unknown: 'not known yet',
    area: 'RT, RW or desa of residence',
    address: 'Address (street, house number)',
    save: 'Register',
    noName: 'Fill in the name.',
    noArea: 'Choose the place of residence.',
    saved: 'The resident is registered',
    open: 'Open the sheet',
    another: 'Register somebody else',
  },
};

type NoNik = 'belum_rekam' | 'belum_punya' | 'hilang' | 'tidak_dikenal' | 'tidak_tercantum' | 'lain';
type Form = PersonDraft & {
  nik: string;
  noNik: NoNik;
  nomorKk: string;
  shdk: string;
  address: string;
  area: PickedArea | null;
};
const EMPTY: Form = {
  ...EMPTY_DRAFT,
  nik: '',
  noNik: 'tidak_tercantum',
  nomorKk: '',
  shdk: '1',
  address: '',
  area: null,
};

/** Asks who may be the same once enough is typed and the typing rests. Each look is recorded, so it is not asked for every key. */
const useLikely = (form: Form): Likely | undefined => {
  const { name, sex, birthOn, nik, nomorKk, motherName, birthPlace, address, phone, area } = form;
  const settled = useSettled(
    JSON.stringify({
      name: name.trim(),
      sex: sex || null,
      birthOn: birthOn || null,
      nik: nik || null,
      nomorKk: nomorKk || null,
      motherName: motherName || null,
      birthPlace: birthPlace || null,
      address: address || null,
      phone: phone || null,
      areaId: area?.id ?? null,
    }),
    700,
  );
  const isEnough = name.trim().length >= 3 && (birthOn !== '' || nik.replace(/\D/g, '').length === 16);
  const likely = useQuery({
    queryKey: ['likely', settled],
    queryFn: async (): Promise<Likely> => {
      const given: Given<'POST /api/person/likely'> = { body: JSON.parse(settled) };
      return call('POST /api/person/likely', given);
    },
    enabled: isEnough,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return isEnough ? likely.data : undefined;
};

const bodyOf = (form: Form, areaId: number) => ({
  name: form.name.trim(),
  sex: form.sex || null,
  birth: form.birthOn === '' ? null : { on: form.birthOn, precision: form.precision },
  birthPlace: form.birthPlace,
  motherName: form.motherName,
  occupation: form.occupation,
  phone: form.phone,
  nik: form.nik,
  noNikReason: form.noNik,
  areaId,
  family: { nomorKk: form.nomorKk, shdk: form.shdk === '' ? null : (Number(form.shdk) as 1), address: form.address },
});

const Saved = ({
  personId,
  doubts,
  onAnother,
}: {
  personId: string;
  doubts: readonly string[];
  onAnother: () => void;
}) => {
  const t = useText(texts);
  return (
    <>
      <PageTitle>{t.saved}</PageTitle>
      <DoubtList doubts={doubts} />
      <div className="row">
        <Button onClick={onAnother}>{t.another}</Button>
        <AppLink href={`/orang/${personId}`}>{t.open}</AppLink>
      </div>
    </>
  );
};

const HomeFields = ({
  form,
  put,
  errors,
}: {
  form: Form;
  put: (change: Partial<Form>) => void;
  errors: Readonly<Record<string, string>>;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <Section title={t.family}>
      <div className={styles.grid}>
        <AreaPicker
          label={t.area}
          name="areaId"
          error={errors['areaId']}
          value={form.area}
          onChange={(area) => put({ area })}
        />
        <TextInput
          label={t.address}
          id="address"
          maxLength={200}
          value={form.address}
          onChange={(event) => put({ address: event.currentTarget.value })}
        />
        <TextInput
          label={t.kk}
          id="nomorKk"
          description={t.kkHint}
          inputMode="numeric"
          maxLength={40}
          autoComplete="off"
          value={form.nomorKk}
          onChange={(event) => put({ nomorKk: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.shdk}
          value={form.shdk}
          onChange={(event) => put({ shdk: event.currentTarget.value })}
          data={[
            { value: '', label: t.unknown },
            ...Object.entries(SHDK).map(([value, words]) => ({ value, label: words[language] })),
          ]}
        />
      </div>
    </Section>
  );
};

/** Registers a person: the form at the left, who may be the same at the right. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [form, setForm] = useState(EMPTY);
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const likely = useLikely(form);
  const [isAsking, setAsking] = useState(false);
  const register = useAct('POST /api/person', { stale: ['/api/person', '/api/quality'] });
  const put = (change: Partial<Form>) => setForm({ ...form, ...change });
  const save = () => form.area && register.act({ body: bodyOf(form, form.area.id) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [
      ...(form.name.trim() === '' ? [{ field: 'name', sentence: t.noName }] : []),
      ...(form.area === null ? [{ field: 'areaId', sentence: t.noArea }] : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    if (hasLikely(likely)) setAsking(true);
    else save();
  };
  const again = () => {
    setForm({ ...EMPTY, area: form.area });
    setAsking(false);
    register.reset();
  };
  if (register.data) return <Saved {...register.data} onAnother={again} />;
  const errors = {
    ...fieldErrors(register.error),
    ...Object.fromEntries(faults.map(({ field, sentence }) => [field, sentence])),
  };
  return (
    <>
      <PageTitle note={t.note} actions={<AppLink href="/cari">{t.search}</AppLink>}>
        {t.title}
      </PageTitle>
      <div className={styles.register}>
        <form className="stack" onSubmit={submit} noValidate>
          <FormErrors faults={faults} />
          <ErrorNotice error={register.error} />
          <Section title={t.who}>
            <PersonFields draft={form} onChange={(draft) => put(draft)} errors={errors} />
          </Section>
          <Section title={t.numbers}>
            <div className={styles.grid}>
              <TextInput
                label={t.nik}
                id="nik"
                description={t.nikHint}
                inputMode="numeric"
                maxLength={40}
                autoComplete="off"
                value={form.nik}
                onChange={(event) => put({ nik: event.currentTarget.value })}
              />
              {form.nik.trim() === '' && (
                <NativeSelect
                  label={t.noNik}
                  value={form.noNik}
                  onChange={(event) => put({ noNik: event.currentTarget.value as NoNik })}
                  data={Object.entries(NO_NIK).map(([value, words]) => ({ value, label: words[language] }))}
                />
              )}
            </div>
          </Section>
          <HomeFields form={form} put={put} errors={errors} />
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button type="submit" variant="filled" disabled={register.isPending}>
              {t.save}
            </Button>
          </div>
        </form>
        <LikelyPanel likely={likely} />
      </div>
      {isAsking && hasLikely(likely) && (
        <LikelyDialog
          likely={likely}
          isPending={register.isPending}
          error={register.error}
          onConfirm={save}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};

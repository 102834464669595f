import { Button, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { useMay } from '#web/ui/session.tsx';
import { useSettled } from '#web/ui/use-slow.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import { PersonTable } from './PersonTable.tsx';
import styles from './sheet.module.css';

const texts = {
  id: {
    title: 'Cari warga',
    note: 'Hampir semua warga sudah tercatat. Cari dulu, baru daftarkan bila memang belum ada.',
    box: 'Nama, NIK, Nomor KK, nomor tanda terima, atau alamat',
    hint: 'Nama boleh salah eja. Yang tampil hanya warga di wilayah tugas Anda.',
    found: (n: number) => `${n} orang ditemukan`,
    none: 'Belum ditemukan di wilayah tugas Anda',
    noneNote: 'Coba ejaan lain, sebagian nama, atau NIK dari KTP. Bila tetap tidak ada, daftarkan orangnya.',
    register: 'Daftarkan warga baru',
  },
  en: {
    title: 'Find a resident',
    note: 'Nearly everyone is on record. Search first; register only who is really missing.',
    box: 'Name, NIK, KK number, receipt number or address',
    hint: 'Names may be misspelt. Only residents of your area are shown.',
    found: (n: number) => `${n} people found`,
    none: 'Not found in your area yet',
    noneNote: 'Try another spelling, part of the name, or the NIK on the KTP. If she is still missing, register her.',
    register: 'Register a new resident',
  },
};

const LEAST = 3;
/** A NIK or KK number must not stand in the address of the page: addresses are kept by browsers. */
const mayStandInAddress = (q: string) => !/\d{6,}/.test(q.replace(/[\s.-]/g, ''));

/** The one box everything begins with. */
export const Page = () => {
  const t = useText(texts);
  const { q: initial } = useSearch({ strict: false }) as { q?: string };
  const navigate = useNavigate();
  const [typed, setTyped] = useState(initial ?? '');
  const q = useSettled(typed.trim(), 250);
  const box = useRef<HTMLInputElement>(null);
  const mayRegister = useMay('person.register');
  const found = useGet('/api/person', { query: { q, limit: 30 }, enabled: q.length >= LEAST, keep: true });
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    void navigate({ to: '/cari', search: { q: q !== '' && mayStandInAddress(q) ? q : undefined }, replace: true });
  }, [q, navigate]);
  const people = q.length >= LEAST ? (found.data?.items ?? []) : [];
  const isDone = q.length >= LEAST && found.data !== undefined && !found.isFetching;
  return (
    <div className={styles.search}>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <search>
        <TextInput
          ref={box}
          label={t.box}
          description={t.hint}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maw={640}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </search>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      <p role="status" className={people.length > 0 ? 'muted' : 'spoken'}>
        {isDone ? t.found(people.length) : ''}
      </p>
      {q.length >= LEAST && found.data === undefined && !found.error && <Waiting />}
      {people.length > 0 && <PersonTable caption={t.title} people={people} />}
      {isDone && people.length === 0 && (
        <EmptyState
          title={t.none}
          action={
            mayRegister && (
              <AppLink href="/daftarkan">
                <Button variant="filled" component="span">
                  {t.register}
                </Button>
              </AppLink>
            )
          }
        >
          {t.noneNote}
        </EmptyState>
      )}
      {isDone && people.length > 0 && mayRegister && (
        <p>
          <AppLink href="/daftarkan">{t.register}</AppLink>
        </p>
      )}
    </div>
  );
};

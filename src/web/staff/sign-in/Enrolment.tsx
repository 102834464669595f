import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { QrCode } from '#web/ui/QrCode.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import type { AnySession } from '#web/ui/session.tsx';
import { CodeForm } from './CodeForm.tsx';
import styles from './SignIn.module.css';

const texts = {
  id: {
    title: 'Pasang kode kedua',
    why: 'Tugas Anda membuka data banyak orang. Selain kata sandi, Rukun meminta kode dari HP Anda setiap kali masuk.',
    password: 'Kata sandi Anda, sekali lagi',
    start: 'Mulai',
    step1: '1. Simpan kunci ini di aplikasi autentikator',
    step1How:
      'Di HP, buka aplikasi autentikator (misalnya Aegis, Google Authenticator, atau Microsoft Authenticator), lalu pindai kode ini.',
    qr: 'Kode QR berisi kunci untuk aplikasi autentikator',
    typeIt: 'Kamera tidak bisa? Pilih "masukkan kunci" di aplikasi, lalu ketik:',
    open: 'Buka langsung di aplikasi (bila layar ini di HP Anda)',
    step2: '2. Simpan kode cadangan',
    step2How:
      'Masing-masing dapat dipakai sekali bila HP hilang. Cetak atau catat, lalu simpan di tempat terkunci. Kode ini tidak ditampilkan lagi.',
    print: 'Cetak kode cadangan',
    step3: '3. Ketik kode yang tampil di aplikasi',
  },
  en: {
    title: 'Set up the second code',
    why: 'Your work opens the records of many people. Beside the password, Rukun asks for a code from your phone at each sign-in.',
    password: 'Your password, once more',
    start: 'Start',
    step1: '1. Keep this key in an authenticator app',
    step1How:
      'On your phone open an authenticator app (for example Aegis, Google Authenticator or Microsoft Authenticator) and scan this code.',
    qr: 'QR code with the key for the authenticator app',
    typeIt: 'No camera? Choose "enter a key" in the app and type:',
    open: 'Open in the app (when this screen is your phone)',
    step2: '2. Keep the backup codes',
    step2How:
      'Each works once, should the phone be lost. Print or write them down and lock them away. They are not shown again.',
    print: 'Print the backup codes',
    step3: '3. Type the code the app shows',
  },
};

/** Enrols a second factor: password, key and backup codes, proof. */
export const Enrolment = ({ onSession }: { onSession: (session: AnySession) => void }) => {
  const t = useText(texts);
  const [password, setPassword] = useState('');
  const start = useAct('POST /api/session/two-factor');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.act({ body: { password } });
  };
  if (start.data) return <Proof {...start.data} onSession={onSession} />;
  return (
    <>
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <form className="stack" onSubmit={submit}>
        <ErrorNotice error={start.error} />
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="filled" disabled={start.isPending}>
            {t.start}
          </Button>
        </div>
      </form>
    </>
  );
};

type ProofProps = { uri: string; secret: string; backupCodes: string[]; onSession: (session: AnySession) => void };

const Proof = ({ uri, secret, backupCodes, onSession }: ProofProps) => {
  const t = useText(texts);
  return (
    <>
      <h1>{t.title}</h1>
      <Section title={t.step1}>
        <p>{t.step1How}</p>
        <QrCode text={uri} label={t.qr} />
        <p>{t.typeIt}</p>
        <p className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        <p>
          <a href={uri}>{t.open}</a>
        </p>
      </Section>
      <Section title={t.step2}>
        <p>{t.step2How}</p>
        <ul className={styles.codes}>
          {backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div>
          <Button onClick={() => window.print()}>{t.print}</Button>
        </div>
      </Section>
      <Section title={t.step3}>
        <CodeForm isConfirmation onSession={onSession} />
      </Section>
    </>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useSession } from '#web/ui/session.tsx';
import { Enrolment } from './Enrolment.tsx';
import styles from './SignIn.module.css';

const texts = {
  id: {
    title: 'Keamanan masuk',
    on: 'Kode kedua terpasang',
    note: 'Setiap kali masuk, Rukun meminta kode dari HP Anda. HP hilang? Pakai kode cadangan, lalu minta admin mengatur ulang.',
  },
  en: {
    title: 'Safer sign-in',
    on: 'The second code is set up',
    note: 'At each sign-in Rukun asks for a code from your phone. Lost it? Use a backup code, then ask the admin to reset it.',
  },
};

export const Page = () => {
  const t = useText(texts);
  const client = useQueryClient();
  const { twoFactor } = useSession();
  const [isDone, setDone] = useState(twoFactor.enabled);
  return (
    <div className={`${styles.reading} stack`}>
      {isDone ? (
        <>
          <PageTitle>{t.title}</PageTitle>
          <div>
            <StatusBadge kind="selesai">{t.on}</StatusBadge>
          </div>
          <p>{t.note}</p>
        </>
      ) : (
        <Enrolment
          onSession={(session) => {
            client.setQueryData(['/api/session'], session);
            setDone(true);
          }}
        />
      )}
    </div>
  );
};

import type { ReplyOf } from '#web/ui/contracts.ts';
import { useText } from '#web/ui/language.tsx';
import styles from './SignIn.module.css';

const texts = {
  id: {
    title: 'DATA CONTOH: pilih orang untuk dicoba',
    note: 'Semua orang dan angka di sini rekaan. Tombol mengisi nama masuk dan kata sandi.',
  },
  en: {
    title: 'DATA CONTOH: choose somebody to try',
    note: 'Everybody and every number in here is made up. A button fills in name and password.',
  },
};

type Account = ReplyOf<'GET /api/session/demo-accounts'>['accounts'][number];
type Props = { accounts: readonly Account[]; chosen: string; onChoose: (username: string) => void };

/** In a demo installation: who there is to try, by agency. */
export const DemoAccounts = ({ accounts, chosen, onChoose }: Props) => {
  const t = useText(texts);
  const agencies = [...new Set(accounts.map((one) => one.agency))];
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t.title}</h2>
      <p className="muted">{t.note}</p>
      {agencies.map((agency) => (
        <div key={agency}>
          <h3>{agency}</h3>
          <ul className={styles.accounts}>
            {accounts
              .filter((one) => one.agency === agency)
              .map((one) => (
                <li key={one.username}>
                  <button
                    type="button"
                    className={styles.account}
                    aria-pressed={one.username === chosen}
                    onClick={() => onChoose(one.username)}
                  >
                    <strong>{one.name}</strong>
                    <span>{one.does}</span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

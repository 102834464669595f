import { useEffect, useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import styles from './KeyingSheet.module.css';

const texts = {
  id: {
    subject: 'yang diusulkan',
    copy: 'Salin',
    copied: 'Tersalin',
    copyOf: (column: string) => `Salin ${column}`,
    copyAll: 'Salin semua (bertab)',
    unknown: 'belum diketahui',
    logged: 'NIK dan KK tampil lengkap untuk pengetikan; pembukaan ini dicatat.',
    failed: 'Peramban tidak mengizinkan menyalin. Blok teksnya, lalu tekan Ctrl+C.',
    caption: (name: string) => `Data SIKS-NG ${name}`,
  },
  en: {
    subject: 'proposed',
    copy: 'Copy',
    copied: 'Copied',
    copyOf: (column: string) => `Copy ${column}`,
    copyAll: 'Copy all (tabbed)',
    unknown: 'not known',
    logged: 'NIK and KK are shown in full for keying; this opening is logged.',
    failed: 'The browser does not allow copying. Select the text and press Ctrl+C.',
    caption: (name: string) => `SIKS-NG fields of ${name}`,
  },
};

type Sheet = ReplyOf<'POST /api/pengetikan/:usulanId/sheet'>;

const useCopy = () => {
  const [copied, setCopied] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  const copy = (key: string, text: string) => {
    void navigator.clipboard.writeText(text).then(
      () => setCopied(key),
      () => setFailed(true),
    );
  };
  return { copied, hasFailed, copy };
};

const Member = ({
  member,
  columns,
  copying,
}: {
  member: Sheet['members'][number];
  columns: readonly string[];
  copying: ReturnType<typeof useCopy>;
}) => {
  const t = useText(texts);
  const { copied, copy } = copying;
  const allKey = `${member.name}-semua`;
  return (
    <section className={styles.member} aria-label={t.caption(member.name)}>
      <div className={styles.head}>
        <h2>{member.name}</h2>
        {member.isSubject && <StatusBadge kind="info">{t.subject}</StatusBadge>}
        <button type="button" className="link-button" onClick={() => copy(allKey, member.cells.join('\t'))}>
          {copied === allKey ? t.copied : t.copyAll}
        </button>
      </div>
      <dl className={styles.fields}>
        {columns.map((column, at) => {
          const value = member.cells[at] ?? '';
          const key = `${member.name}-${column}`;
          return (
            <div key={column}>
              <dt>{column}</dt>
              <dd>
                {value === '' ? (
                  <span className="muted">{t.unknown}</span>
                ) : (
                  <span className={styles.value}>{value}</span>
                )}
                {value !== '' && (
                  <button
                    type="button"
                    className={styles.copy}
                    aria-label={t.copyOf(column)}
                    onClick={() => copy(key, value)}
                  >
                    {copied === key ? t.copied : t.copy}
                  </button>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
};

/** One family in the order of SIKS-NG's 23 columns, each field with its copy button. Opening it is logged. */
export const KeyingSheet = ({ usulanId }: { usulanId: string }) => {
  const t = useText(texts);
  const copying = useCopy();
  const { act, data, error, isPending } = useAct('POST /api/pengetikan/:usulanId/sheet');
  // One opening for each family shown, not one for each painting of the page.
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    if (asked === usulanId) return;
    setAsked(usulanId);
    act({ params: { usulanId } });
  }, [asked, usulanId, act]);
  return (
    <>
      <ErrorNotice error={error} onRetry={() => act({ params: { usulanId } })} />
      {isPending && <Waiting />}
      {copying.hasFailed && <p role="alert">{t.failed}</p>}
      <span className="spoken" role="status">
        {copying.copied === undefined ? '' : t.copied}
      </span>
      {data?.members.map((member) => (
        <Member key={member.cells.join('|')} member={member} columns={data.columns} copying={copying} />
      ))}
      {data && <p className="muted">{t.logged}</p>}
    </>
  );
};

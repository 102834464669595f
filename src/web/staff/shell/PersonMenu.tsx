import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { DropMenu, type MenuBlock } from '#web/ui/DropMenu.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useKeySettings } from '#web/ui/keys.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { type Session, useSession } from '#web/ui/session.tsx';
import { useUndo } from '#web/ui/UndoBar.tsx';
import styles from './Shell.module.css';

const texts = {
  id: {
    as: 'Bertugas sebagai',
    none: 'Belum ada penugasan',
    secondFactor: 'Kode kedua (keamanan masuk)',
    keys: 'Bantuan tombol',
    keysOff: 'Matikan tombol satu huruf',
    keysOn: 'Hidupkan tombol satu huruf',
    out: 'Keluar',
    menu: 'Akun',
  },
  en: {
    as: 'At work as',
    none: 'No assignment yet',
    secondFactor: 'Second code (safer sign-in)',
    keys: 'Help with keys',
    keysOff: 'Switch single-letter keys off',
    keysOn: 'Switch single-letter keys on',
    out: 'Sign out',
    menu: 'Account',
  },
};

type Assignment = Session['assignments'][number];

const useAssignmentText = () => {
  const { language } = useLanguage();
  return (one: Assignment) => [one.roleName[language], one.areaName, one.bidang].filter(Boolean).join(' · ');
};

const useBlocks = (acts: ReturnType<typeof usePersonActs>, onHelp: () => void): MenuBlock[] => {
  const t = useText(texts);
  const { assignment, assignments } = useSession();
  const textOf = useAssignmentText();
  const keys = useKeySettings();
  const ownAssignments = assignments.map((one) => ({
    key: one.id,
    label: textOf(one),
    isCurrent: one.id === assignment?.id,
    run: () => void acts.choose(one),
  }));
  const own = [
    { key: 'factor', label: t.secondFactor, run: () => acts.goTo('/kode-kedua') },
    { key: 'help', label: t.keys, run: onHelp },
    { key: 'keys', label: keys.isOn ? t.keysOff : t.keysOn, run: () => keys.setOn(!keys.isOn) },
  ];
  return [
    { key: 'as', title: t.as, acts: ownAssignments },
    { key: 'own', acts: own },
    { key: 'out', acts: [{ key: 'out', label: t.out, run: () => void acts.leave() }] },
  ];
};

/** Who is at work and as what; another assignment, the second code, keys, sign-out. */
export const PersonMenu = ({ onHelp }: { onHelp: () => void }) => {
  const t = useText(texts);
  const { name, assignment } = useSession();
  const textOf = useAssignmentText();
  const acts = usePersonActs();
  const blocks = useBlocks(acts, onHelp);
  return (
    <>
      <DropMenu
        className={styles.tool}
        blocks={blocks}
        button={
          <>
            <Icon name="person" />
            <span className="spoken">{t.menu}</span>
            <span className={`${styles.who} ${styles.roomyOnly}`}>
              <span className={styles.name}>{name}</span>
              <span>{assignment ? textOf(assignment) : t.none}</span>
            </span>
            <Icon name="down" size={12} />
          </>
        }
      />
      {acts.error && (
        <div className={styles.under}>
          <ErrorNotice error={acts.error} />
        </div>
      )}
    </>
  );
};

/** Acts that change who is at work first send what UndoBar still holds, then forget everything that was read. */
const usePersonActs = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const undo = useUndo();
  const { assignment } = useSession();
  const choosing = useAct('POST /api/session/assignment');
  const leaving = useAct('DELETE /api/session');
  return {
    error: choosing.error ?? leaving.error,
    goTo: (to: '/kode-kedua') => void navigate({ to }),
    choose: async (one: Assignment) => {
      if (one.id === assignment?.id) return;
      await undo.flush();
      const session = await choosing.send({ body: { assignmentId: one.id } }).catch(() => undefined);
      if (!session) return;
      await navigate({ to: '/' });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/session' });
      client.setQueryData(['/api/session'], session);
    },
    leave: async () => {
      await undo.flush();
      // A fresh page: nothing of one person's work stays in memory for the next.
      await leaving.send({}).then(
        () => window.location.assign('/kantor/'),
        () => {},
      );
    },
  };
};

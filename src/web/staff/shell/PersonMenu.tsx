import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
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
    menu: (name: string) => `Akun ${name}`,
  },
  en: {
    as: 'At work as',
    none: 'No assignment yet',
    secondFactor: 'Second code (safer sign-in)',
    keys: 'Help with keys',
    keysOff: 'Switch single-letter keys off',
    keysOn: 'Switch single-letter keys on',
    out: 'Sign out',
    menu: (name: string) => `Account of ${name}`,
  },
};

type Assignment = Session['assignments'][number];

const useAssignmentText = () => {
  const { language } = useLanguage();
  return (one: Assignment) => [one.roleName[language], one.areaName, one.bidang].filter(Boolean).join(' · ');
};

/** Who is at work and as what; another assignment, the second code, keys, sign-out. */
export const PersonMenu = ({ onHelp }: { onHelp: () => void }) => {
  const t = useText(texts);
  const { name, assignment, assignments } = useSession();
  const textOf = useAssignmentText();
  const keys = useKeySettings();
  const { choose, leave, goTo } = usePersonActs();
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <button type="button" className={`${styles.tool} screen-only`} aria-label={t.menu(name)}>
          <Icon name="person" />
          <span className={`${styles.who} ${styles.roomyOnly}`}>
            <span className={styles.name}>{name}</span>
            <span>{assignment ? textOf(assignment) : t.none}</span>
          </span>
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {assignments.length > 0 && <Menu.Label>{t.as}</Menu.Label>}
        {assignments.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<Icon name={one.id === assignment?.id ? 'check' : 'dash'} />}
            aria-current={one.id === assignment?.id}
            onClick={() => choose(one)}
          >
            {textOf(one)}
          </Menu.Item>
        ))}
        {assignments.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => goTo('/kode-kedua')}>{t.secondFactor}</Menu.Item>
        <Menu.Item onClick={onHelp}>{t.keys}</Menu.Item>
        <Menu.Item onClick={() => keys.setOn(!keys.isOn)}>{keys.isOn ? t.keysOff : t.keysOn}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={leave}>{t.out}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
    goTo: (to: '/kode-kedua') => void navigate({ to }),
    choose: async (one: Assignment) => {
      if (one.id === assignment?.id) return;
      await undo.flush();
      const session = await choosing.send({ body: { assignmentId: one.id } });
      await navigate({ to: '/' });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/session' });
      client.setQueryData(['/api/session'], session);
    },
    leave: async () => {
      await undo.flush();
      await leaving.send({});
      // A fresh page: nothing of one person's work stays in memory for the next.
      window.location.assign('/kantor/');
    },
  };
};

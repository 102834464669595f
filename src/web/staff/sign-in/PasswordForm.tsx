import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent, Ref } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { AnySession } from '#web/ui/session.tsx';

const texts = {
  id: { username: 'Nama masuk', password: 'Kata sandi', show: 'Tampilkan kata sandi', go: 'Masuk', wait: 'Memeriksa…' },
  en: { username: 'User name', password: 'Password', show: 'Show the password', go: 'Sign in', wait: 'Checking…' },
};

export type Given = { username: string; password: string };
type Props = {
  given: Given;
  onChange: (given: Given) => void;
  onSession: (session: AnySession) => void;
  /** The name may not be changed: somebody goes on with her own work. */
  isNameFixed?: boolean;
  submitRef?: Ref<HTMLButtonElement>;
};

export const PasswordForm = ({ given, onChange, onSession, isNameFixed = false, submitRef }: Props) => {
  const t = useText(texts);
  const signIn = useAct('POST /api/session', { onDone: onSession });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.act({ body: given });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <ErrorNotice error={signIn.error} />
      <TextInput
        label={t.username}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        readOnly={isNameFixed}
        value={given.username}
        onChange={(event) => onChange({ ...given, username: event.currentTarget.value })}
      />
      <PasswordInput
        label={t.password}
        name="password"
        autoComplete="current-password"
        {...(isNameFixed ? { 'data-autofocus': true } : {})}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t.show, tabIndex: 0 }}
        value={given.password}
        onChange={(event) => onChange({ ...given, password: event.currentTarget.value })}
      />
      <div>
        <Button ref={submitRef ?? null} type="submit" variant="filled" disabled={signIn.isPending}>
          {signIn.isPending ? t.wait : t.go}
        </Button>
      </div>
    </form>
  );
};

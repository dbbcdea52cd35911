import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { tell } from '../../../lib/problem.js';
import type { Session } from '../../../lib/session.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { signIn } from '../api/session.js';

/** Name and password. What was typed stays after a refusal; only a wrong password is emptied by the person. */
export function PasswordForm({ onSignedIn }: { onSignedIn: (session: Session) => void }): ReactElement {
  const { t } = useTranslation('session');
  const { language } = usePreferences();
  const client = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const attempt = useMutation({
    mutationFn: () => signIn(client, login.trim(), password),
    onSuccess: onSignedIn,
  });
  const submit = (): void => {
    setTried(true);
    if (login.trim() !== '' && password !== '') attempt.mutate();
  };
  return (
    <Form
      onSubmit={submit}
      told={attempt.error ? tell(attempt.error, language) : null}
      actions={
        <Button look="primary" type="submit" block disabled={attempt.isPending}>
          {t(attempt.isPending ? 'working' : 'submit')}
        </Button>
      }
    >
      <TextField
        wide
        name="username"
        label={t('login')}
        autoComplete="username"
        value={login}
        onChange={setLogin}
        error={tried && login.trim() === '' ? t('loginMissing') : undefined}
      />
      <TextField
        wide
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={tried && password === '' ? t('passwordMissing') : undefined}
      />
    </Form>
  );
}

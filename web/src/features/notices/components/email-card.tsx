import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, put } from '../../../lib/call.js';
import { usePreferences } from '../../../lib/preferences.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Settings, settingsQuery } from '../api/notices.js';
import styles from './notices.module.css';

function Confirm(): ReactElement {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useCommand<Settings>();
  const send = async (): Promise<void> => {
    const answer = await confirm.send(post('/settings/email-confirmation', { body: { code } }));
    if (answer) client.setQueryData(settingsQuery.queryKey, answer);
  };
  return (
    <Form
      onSubmit={() => void send()}
      told={confirm.told}
      shown={['/code']}
      actions={
        <Button look="primary" type="submit" disabled={confirm.busy || !/^\d{6}$/.test(code)}>
          {t('settings.confirm')}
        </Button>
      }
    >
      <TextField
        label={t('settings.code')}
        value={code}
        onChange={setCode}
        maxLength={6}
        autoComplete="one-time-code"
        error={confirm.told?.fields['/code']}
      />
    </Form>
  );
}

/** Where notices are sent, once a code has shown that the address is theirs. */
export function EmailCard({ settings }: { settings: Settings }): ReactElement {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const { language } = usePreferences();
  const [email, setEmail] = useState(settings.email ?? '');
  const change = useCommand<Settings>();
  const send = async (value: string | null): Promise<void> => {
    const answer = await change.send(put('/settings', { body: { email: value, language } }));
    if (answer) client.setQueryData(settingsQuery.queryKey, answer);
  };
  const kept = settings.email !== null;
  // Whose address is confirmed needs no second code for it.
  const same = settings.emailConfirmed && email.trim() === settings.email;
  return (
    <Card
      title={t('settings.email')}
      aside={
        kept ? (
          <StatusChip tone={settings.emailConfirmed ? 'down' : 'wait'}>
            {t(settings.emailConfirmed ? 'settings.confirmed' : 'settings.notConfirmed')}
          </StatusChip>
        ) : undefined
      }
    >
      {settings.mailServer ? null : <p className={styles['warning']}>{t('settings.noServer')}</p>}
      <Form
        onSubmit={() => void send(email.trim())}
        told={change.told}
        shown={['/email']}
        actions={
          <>
            {kept ? (
              <Button
                disabled={change.busy}
                onClick={() => {
                  setEmail('');
                  void send(null);
                }}
              >
                {t('settings.remove')}
              </Button>
            ) : null}
            <Button look="primary" type="submit" disabled={change.busy || email.trim() === '' || same}>
              {t(change.busy ? 'settings.working' : 'settings.save')}
            </Button>
          </>
        }
      >
        <TextField
          wide
          label={t('settings.address')}
          hint={t('settings.addressHint')}
          value={email}
          onChange={setEmail}
          maxLength={254}
          autoComplete="email"
          error={change.told?.fields['/email']}
        />
      </Form>
      {kept && !settings.emailConfirmed && settings.mailServer ? <Confirm /> : null}
    </Card>
  );
}

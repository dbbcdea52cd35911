import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { useSession } from '../../../lib/session.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { passwordMin } from '../model/faults.js';

const empty = { current: '', password: '', again: '' };
const fields = ['current', 'password', 'again'] as const;

/** 修改密码: by the current one, and typed twice; other windows are signed out. Not for people who have no password. */
export function OwnPasswordCard(): ReactElement | null {
  const { t } = useTranslation('people');
  const session = useSession();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const [changed, setChanged] = useState(false);
  const command = useCommand();
  if (!session?.person.hasPassword) return null;
  const faults = {
    current: typed.current === '' ? t('fault.missing') : undefined,
    password: typed.password.length < passwordMin ? t('fault.passwordShort') : undefined,
    again: typed.again === typed.password ? undefined : t('fault.notTheSame'),
  };
  const send = async (): Promise<void> => {
    setTried(true);
    setChanged(false);
    if (fields.some((field) => faults[field] !== undefined)) return;
    const { current, password } = typed;
    if ((await command.send(put('/session/password', { body: { current, password } }))) === null) return;
    setTyped(empty);
    setTried(false);
    setChanged(true);
  };
  return (
    <Card title={t('own.title')}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={['/current', '/password']}
        actions={
          <>
            <span role="status">{changed ? t('own.changed') : ''}</span>
            <Button look="primary" type="submit" disabled={command.busy}>
              {t(command.busy ? 'working' : 'own.submit')}
            </Button>
          </>
        }
      >
        {fields.map((field) => (
          <TextField
            key={field}
            wide={field === 'current'}
            type="password"
            label={t(`own.${field}`)}
            hint={field === 'password' ? t('own.hint') : undefined}
            value={typed[field]}
            maxLength={200}
            autoComplete={field === 'current' ? 'current-password' : 'new-password'}
            error={(tried ? faults[field] : undefined) ?? command.told?.fields[`/${field}`]}
            onChange={(text) => setTyped({ ...typed, [field]: text })}
          />
        ))}
      </Form>
    </Card>
  );
}

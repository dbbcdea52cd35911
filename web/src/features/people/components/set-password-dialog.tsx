import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { changedPeople, type Person } from '../api/people.js';
import { passwordMin } from '../model/faults.js';
import { NewPasswordField } from './new-password-field.js';
import { PeopleDialog } from './people-dialog.js';

/** A new password for somebody who has lost theirs. */
export function SetPasswordDialog({
  person,
  onClose,
}: {
  person: Person;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('people');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(changedPeople);
  const short = password.length < passwordMin;
  const send = async (): Promise<void> => {
    setTried(true);
    if (short) return;
    const call = put('/people/{id}/password', { params: { id: person.id }, body: { password } });
    if ((await command.send(call)) !== null) onClose();
  };
  return (
    <PeopleDialog
      title={t('setPassword', { name: person.displayName })}
      submit={t('save')}
      command={command}
      shown={['/password']}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('setPasswordHint')}</p>
      <NewPasswordField
        value={password}
        error={tried && short ? t('fault.passwordShort') : command.told?.fields['/password']}
        onChange={setPassword}
      />
    </PeopleDialog>
  );
}

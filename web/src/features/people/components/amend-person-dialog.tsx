import { rolesByKind } from '@muheng/contracts/common/separation';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { TextField } from '../../../ui/form/inputs.js';
import { changedPeople, type Person } from '../api/people.js';
import { rolesFault } from '../model/faults.js';
import styles from './people.module.css';
import { PeopleDialog } from './people-dialog.js';
import { RolesField } from './roles-field.js';

/** Another name, other duties, or no way in any more: all of it with the person's next request. */
export function AmendPersonDialog({
  person,
  onClose,
}: {
  person: Person;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('people');
  const [displayName, setDisplayName] = useState(person.displayName);
  const [roles, setRoles] = useState(person.roles);
  const [disabled, setDisabled] = useState(person.disabled);
  const [tried, setTried] = useState(false);
  const command = useCommand(changedPeople);
  const fault = rolesFault(person.party.kind, roles);
  const nameless = displayName.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (fault || nameless) return;
    const body = { displayName: displayName.trim(), roles, disabled };
    if ((await command.send(put('/people/{id}', { params: { id: person.id }, body }))) !== null) onClose();
  };
  return (
    <PeopleDialog
      title={t('amendPerson', { login: person.login })}
      submit={t('save')}
      command={command}
      shown={['/displayName', '/roles']}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <TextField
        wide
        label={t('name')}
        value={displayName}
        maxLength={80}
        error={tried && nameless ? t('fault.nameMissing') : command.told?.fields['/displayName']}
        onChange={setDisplayName}
      />
      <RolesField
        offered={rolesByKind[person.party.kind]}
        value={roles}
        error={tried && fault ? t(`fault.${fault}`) : command.told?.fields['/roles']}
        onChange={setRoles}
      />
      <fieldset className={styles['roles']}>
        <legend>{t('access')}</legend>
        <label>
          <input type="checkbox" checked={disabled} onChange={({ target }) => setDisabled(target.checked)} />
          <span>{t('disable')}</span>
        </label>
      </fieldset>
      <p>{t('amendHint')}</p>
    </PeopleDialog>
  );
}

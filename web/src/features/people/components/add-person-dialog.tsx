import type { Role } from '@muheng/contracts/common/people';
import { rolesByKind } from '@muheng/contracts/common/separation';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useNameOf } from '../../../lib/names.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { changedPeople, type Party } from '../api/people.js';
import { passwordMin, rolesFault } from '../model/faults.js';
import { NewPasswordField } from './new-password-field.js';
import { PeopleDialog } from './people-dialog.js';
import { RolesField } from './roles-field.js';

const initial = { partyCode: '', login: '', displayName: '', roles: [] as readonly Role[] };
const loginShape = /^[a-z0-9][a-z0-9._@-]{2,79}$/;

type Typed = typeof initial & { password: string };
type Fault = 'loginBad' | 'nameMissing' | 'passwordShort' | ReturnType<typeof rolesFault>;

/** What is missing or cannot be, field by field. */
const faultsOf = (kind: string, { login, displayName, roles, password }: Typed): Record<string, Fault> => ({
  login: loginShape.test(login) ? undefined : 'loginBad',
  displayName: displayName.trim() === '' ? 'nameMissing' : undefined,
  roles: rolesFault(kind, roles),
  password: password.length < passwordMin ? 'passwordShort' : undefined,
});

interface AddPersonDialogProps {
  parties: readonly Party[];
  onClose: () => void;
}

/** A new person: whose, by what login, with which duties. What was typed is kept, the password never. */
export function AddPersonDialog({ parties, onClose }: AddPersonDialogProps): ReactElement {
  const { t } = useTranslation('people');
  const nameOf = useNameOf();
  const [kept, setKept, forget] = useTyped('person', initial);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(changedPeople);
  const party = parties.find(({ code }) => code === kept.partyCode) ?? parties[0];
  const offered = party ? rolesByKind[party.kind] : [];
  const roles = kept.roles.filter((role) => offered.includes(role));
  const faults = faultsOf(party?.kind ?? '', { ...kept, roles, password });
  const errorOf = (field: string): string | undefined => {
    const fault = faults[field];
    return tried && fault ? t(`fault.${fault}`) : command.told?.fields[`/${field}`];
  };
  const send = async (): Promise<void> => {
    setTried(true);
    if (!party || Object.values(faults).some((fault) => fault !== undefined)) return;
    const { login, displayName } = kept;
    const body = { partyCode: party.code, login, displayName: displayName.trim(), roles, password };
    if ((await command.send(post('/people', { body }))) === null) return;
    forget();
    onClose();
  };
  return (
    <PeopleDialog
      title={t('addPerson')}
      submit={t('add')}
      command={command}
      shown={['/login', '/displayName', '/roles', '/password']}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <SelectField
        wide
        label={t('party')}
        value={party?.code ?? ''}
        options={parties.map((each) => ({ value: each.code, text: `${nameOf(each)} · ${each.code}` }))}
        onChange={(partyCode) => setKept({ ...kept, partyCode })}
      />
      <TextField
        label={t('name')}
        value={kept.displayName}
        maxLength={80}
        error={errorOf('displayName')}
        onChange={(displayName) => setKept({ ...kept, displayName })}
      />
      <TextField
        label={t('login')}
        hint={t('loginHint')}
        value={kept.login}
        maxLength={80}
        autoComplete="off"
        error={errorOf('login')}
        onChange={(login) => setKept({ ...kept, login: login.toLowerCase() })}
      />
      <RolesField
        offered={offered}
        value={roles}
        error={errorOf('roles')}
        onChange={(chosen) => setKept({ ...kept, roles: chosen })}
      />
      <NewPasswordField value={password} error={errorOf('password')} onChange={setPassword} />
    </PeopleDialog>
  );
}

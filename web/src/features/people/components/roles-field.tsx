import type { Role } from '@muheng/contracts/common/people';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './people.module.css';

interface RolesFieldProps {
  /** What a person of this party may hold at all; two of them may still exclude each other. */
  offered: readonly Role[];
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  error: string | undefined;
}

/** Which duties a person has. */
export function RolesField({ offered, value, onChange, error }: RolesFieldProps): ReactElement {
  const { t } = useTranslation('people');
  const { t: session } = useTranslation('session');
  return (
    <fieldset className={styles['roles']}>
      <legend>{t('roles')}</legend>
      {offered.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={value.includes(role)}
            {...(error ? { 'aria-invalid': true } : {})}
            onChange={({ target }) =>
              onChange(offered.filter((each) => (each === role ? target.checked : value.includes(each))))
            }
          />
          <span>{session(`role.${role}`)}</span>
        </label>
      ))}
      {error ? <p className={styles['fault']}>✗ {error}</p> : null}
    </fieldset>
  );
}

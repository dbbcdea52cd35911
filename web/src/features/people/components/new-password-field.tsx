import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/form/inputs.js';
import { makePassword } from '../model/make-password.js';
import styles from './people.module.css';

interface NewPasswordFieldProps {
  value: string;
  onChange: (password: string) => void;
  error: string | undefined;
}

/** A password that is handed over: it can be read, and made by one press. Nothing of it is kept on this machine. */
export function NewPasswordField({ value, onChange, error }: NewPasswordFieldProps): ReactElement {
  const { t } = useTranslation('people');
  return (
    <>
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        value={value}
        maxLength={200}
        autoComplete="off"
        error={error}
        onChange={onChange}
      />
      <div className={styles['make']}>
        <Button onClick={() => onChange(makePassword())}>{t('makePassword')}</Button>
      </div>
    </>
  );
}

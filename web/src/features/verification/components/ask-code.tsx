import { type FormEvent, type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { readCode } from '../model/verification.js';
import styles from './ask-code.module.css';

interface AskCodeProps {
  /** The code last asked for and not found. */
  unknown?: string;
  onCode: (code: string) => void;
}

/** Asks for a verification code; says what is wrong at the field. */
export function AskCode({ unknown, onCode }: AskCodeProps): ReactElement {
  const { t } = useTranslation('verification');
  const [malformed, setMalformed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = readCode(input.current?.value ?? '');
    setMalformed(code === null);
    if (code === null) input.current?.focus();
    else onCode(code);
  };
  const message = malformed ? t('ask.malformed') : unknown ? t('ask.unknownHint') : null;
  return (
    <div className={styles['ask']}>
      <h1>{unknown && !malformed ? t('ask.unknown') : t('ask.title')}</h1>
      <p>{t('ask.hint')}</p>
      <form onSubmit={submit} noValidate>
        <label htmlFor={id}>{t('ask.label')}</label>
        <div className={styles['line']}>
          <input
            id={id}
            ref={input}
            defaultValue={unknown}
            placeholder={t('ask.placeholder')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={message !== null}
            aria-describedby={`${id}-message`}
          />
          <Button type="submit" look="primary">
            {t('ask.submit')}
          </Button>
        </div>
        <p id={`${id}-message`} className={styles['message']} role="alert">
          {message}
        </p>
      </form>
    </div>
  );
}

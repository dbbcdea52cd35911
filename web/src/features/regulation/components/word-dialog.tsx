import type { QueryKey } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextAreaField } from '../../../ui/form/inputs.js';
import styles from './regulation.module.css';

interface WordDialogProps {
  /** Which act, and on what: under it the words are kept until they are sent. */
  about: string;
  title: string;
  changes: readonly QueryKey[];
  /** What is sent with the words. */
  call: (words: string) => Call<unknown>;
  label: string;
  pointer: string;
  submit: string;
  maxLength?: number;
  onClose: () => void;
  children?: ReactNode;
}

/** An act that needs words: nothing is sent before they are there, and the server's refusal stands beside them. */
export function WordDialog(props: WordDialogProps): ReactElement {
  const { about, title, changes, call, label, pointer, submit, maxLength = 500, onClose, children } = props;
  const { t } = useTranslation('regulation');
  const [words, setWords, forget] = useTyped(about, '');
  const [tried, setTried] = useState(false);
  const command = useCommand(changes);
  const missing = tried && words.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (words.trim() === '') return;
    if ((await command.send(call(words.trim()))) === null) return;
    forget();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={[pointer]}
        actions={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {command.busy ? t('working') : submit}
            </Button>
          </>
        }
      >
        {children}
        <TextAreaField
          label={label}
          maxLength={maxLength}
          value={words}
          error={missing ? t('reasonMissing') : command.told?.fields[pointer]}
          onChange={setWords}
        />
      </Form>
    </Dialog>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

/** Which of two words is given. */
export function Choice<T extends string>({ legend, value, options, onChange }: ChoiceProps<T>): ReactElement {
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={legend}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

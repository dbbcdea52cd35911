import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Told } from '../../../lib/problem.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextAreaField } from '../../../ui/form/inputs.js';

interface ReasonDialogProps {
  /** Which act, and on what: under it the words are kept until they are sent. */
  about: string;
  title: string;
  lead: string;
  label: string;
  required?: boolean;
  told: Told | null;
  busy: boolean;
  submit: string;
  working: string;
  /** Answers whether it was done. */
  onSubmit: (text: string) => Promise<boolean>;
  onClose: () => void;
  children?: ReactNode;
}

/** A signature with words: what it means, why it is given, and what the server said. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const {
    about,
    title,
    lead,
    label,
    required = false,
    told,
    busy,
    submit,
    working,
    onSubmit,
    onClose,
    children,
  } = props;
  const { t } = useTranslation('desk');
  const [text, setText, forget] = useTyped(about, '');
  const [tried, setTried] = useState(false);
  const missing = required && tried && text.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (required && text.trim() === '') return;
    if (await onSubmit(text.trim())) forget();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={told}
        shown={['/reason', '/statement']}
        actions={
          <>
            <Button onClick={onClose}>{t('file.cancel')}</Button>
            <Button look="primary" type="submit" disabled={busy}>
              {busy ? working : submit}
            </Button>
          </>
        }
      >
        <p style={{ gridColumn: '1 / -1' }}>{lead}</p>
        {children}
        <TextAreaField
          label={label}
          maxLength={500}
          value={text}
          error={missing ? t('file.reasonMissing') : told?.fields['/reason']}
          onChange={setText}
        />
      </Form>
    </Dialog>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';

interface PeopleDialogProps {
  title: string;
  submit: string;
  command: Pick<Command<unknown>, 'told' | 'busy'>;
  /** Pointers of fields that show their own refusal. */
  shown: readonly string[];
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog, with its way back and its way on. */
export function PeopleDialog(props: PeopleDialogProps): ReactElement {
  const { title, submit, command, shown, onSubmit, onClose, children } = props;
  const { t } = useTranslation('people');
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={onSubmit}
        told={command.told}
        shown={shown}
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
      </Form>
    </Dialog>
  );
}

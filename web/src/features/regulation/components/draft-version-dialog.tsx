import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/inputs.js';
import type { Version } from '../api/regulation.js';
import { valueOf, valueText } from '../model/policy-value.js';

const dayMs = 86_400_000;
const nextWeek = (): string => new Date(Date.now() + 7 * dayMs).toISOString().slice(0, 10);

interface DraftVersionDialogProps {
  inForce: Version;
  onClose: () => void;
}

/** One rule, its new value, its day and why; the server's schema says whether the value will do. */
export function DraftVersionDialog({ inForce, onClose }: DraftVersionDialogProps): ReactElement {
  const { t } = useTranslation('regulation');
  const [key, setKey] = useState<keyof Version['values']>('noticeDays');
  const [{ value, reason }, setWords, forget] = useTyped('policy-version', { value: '', reason: '' });
  const [day, setDay] = useState(nextWeek);
  const [tried, setTried] = useState(false);
  const command = useCommand<Version>([['policy']]);
  const options = (Object.keys(inForce.values) as (typeof key)[]).map((each) => ({
    value: each,
    text: t(`policyKey.${each}`),
  }));
  const parsed = valueOf(value, inForce.values[key]);
  const send = async (): Promise<void> => {
    setTried(true);
    if (parsed === undefined || reason.trim() === '') return;
    const effectiveFrom = `${day}T00:00:00+08:00`;
    const body = { changes: { [key]: parsed }, effectiveFrom, reason: reason.trim() };
    if ((await command.send(post('/policy/versions', { body }))) === null) return;
    forget();
    onClose();
  };
  return (
    <Dialog title={t('studio.draftTitle')} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={['/effectiveFrom', '/reason']}
        actions={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {t(command.busy ? 'working' : 'studio.submit')}
            </Button>
          </>
        }
      >
        <SelectField label={t('studio.key')} value={key} options={options} onChange={setKey} />
        <TextField
          label={t('studio.effective')}
          type="date"
          value={day}
          onChange={setDay}
          error={command.told?.fields['/effectiveFrom']}
        />
        <TextField
          wide
          label={t('studio.value')}
          hint={t('studio.valueHint', { now: valueText(inForce.values[key]) })}
          value={value}
          onChange={(text) => setWords({ value: text, reason })}
          error={tried && parsed === undefined ? t('studio.valueBad') : undefined}
        />
        <TextAreaField
          label={t('reason')}
          maxLength={500}
          value={reason}
          onChange={(text) => setWords({ value, reason: text })}
          error={tried && reason.trim() === '' ? t('reasonMissing') : command.told?.fields['/reason']}
        />
      </Form>
    </Dialog>
  );
}

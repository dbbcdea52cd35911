import type { PolicyKey } from '@muheng/contracts/common/policy';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useClock } from '../../../lib/clock.js';
import { dayAfter } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/inputs.js';
import type { Version } from '../api/regulation.js';
import { shapeOf } from '../model/policy-shapes.js';
import { usePolicyText } from '../model/policy-words.js';
import { type DraftedRules, useDraftedRules } from '../model/use-drafted-rules.js';
import styles from './regulation.module.css';
import { ValueField } from './value-field.js';

interface ChangedProps {
  inForce: Version;
  rules: DraftedRules;
}

/** What the draft changes so far, each of which can be left as it is. */
function Changed({ inForce, rules }: ChangedProps): ReactElement | null {
  const { t } = useTranslation('regulation');
  const text = usePolicyText();
  const after = (key: PolicyKey): string => {
    const value = rules.value(key);
    return value === undefined ? '…' : text(value);
  };
  if (rules.changed.length === 0) return null;
  return (
    <section className={styles['span']} aria-label={t('studio.changed')}>
      <h3 className={styles['changedHead']}>{t('studio.changed')}</h3>
      <ul className={styles['changed']}>
        {rules.changed.map((key) => (
          <li key={key}>
            <span>
              <b>{t(`policyKey.${key}`)}</b> {text(inForce.values[key])} → {after(key)}
            </span>
            <Button
              look="link"
              size="dense"
              aria-label={t('studio.putBack', { rule: t(`policyKey.${key}`) })}
              onClick={() => rules.putBack(key)}
            >
              {t('studio.asItIs')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DraftVersionDialogProps {
  inForce: Version;
  onClose: () => void;
}

/** New values of one or more rules, their day and why; the server's schema says whether they will do. */
export function DraftVersionDialog({ inForce, onClose }: DraftVersionDialogProps): ReactElement {
  const { t } = useTranslation('regulation');
  const clock = useClock();
  const [key, setKey] = useState<PolicyKey>('noticeDays');
  const rules = useDraftedRules(inForce);
  const [day, setDay] = useState(() => dayAfter(clock.now(), 7));
  const [tried, setTried] = useState(false);
  const command = useCommand<Version>([['policy']]);
  const reason = rules.reason.trim();
  const send = async (): Promise<void> => {
    setTried(true);
    const faulty = rules.changed.find((each) => rules.value(each) === undefined);
    if (faulty) setKey(faulty);
    if (faulty || reason === '') return;
    const changes = Object.fromEntries(rules.changed.map((each) => [each, rules.value(each)]));
    const body = { changes, effectiveFrom: `${day}T00:00:00+08:00`, reason };
    if ((await command.send(post('/policy/versions', { body }))) === null) return;
    rules.forget();
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
        <SelectField
          label={t('studio.key')}
          hint={t('studio.keyHint')}
          value={key}
          options={rules.keys.map((each) => ({ value: each, text: t(`policyKey.${each}`) }))}
          onChange={setKey}
        />
        <TextField
          label={t('studio.effective')}
          type="date"
          value={day}
          onChange={setDay}
          error={command.told?.fields['/effectiveFrom']}
        />
        <ValueField
          key={key}
          shape={shapeOf(key)}
          label={t(`policyKey.${key}`)}
          value={rules.typed(key)}
          tried={tried}
          onChange={(typed) => rules.put(key, typed)}
        />
        <Changed inForce={inForce} rules={rules} />
        <TextAreaField
          label={t('reason')}
          maxLength={500}
          value={rules.reason}
          onChange={rules.setReason}
          error={tried && reason === '' ? t('reasonMissing') : command.told?.fields['/reason']}
        />
      </Form>
    </Dialog>
  );
}

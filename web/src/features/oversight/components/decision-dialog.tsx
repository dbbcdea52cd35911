import { decisionsOf } from '@muheng/contracts/common/alert-decisions';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextAreaField } from '../../../ui/form/inputs.js';
import type { Alert, Decision } from '../api/oversight.js';
import { evidenceLine } from '../model/alert-words.js';
import { Evidence } from './evidence.js';
import styles from './oversight.module.css';

function Found({ alert }: { alert: Alert }): ReactElement {
  const { t } = useTranslation('oversight');
  const { t: ui } = useTranslation('ui');
  return (
    <div className={styles['evidence']}>
      <p>
        <b>{t(`code.${alert.code}`)}</b>
      </p>
      <p>{evidenceLine(alert, t, ui('unit.ha'), ui('unit.kg'))}</p>
      <Evidence alert={alert} />
    </div>
  );
}

interface ChoiceProps {
  options: readonly Decision[];
  value: Decision;
  onChange: (value: Decision) => void;
}

function Choice({ options, value, onChange }: ChoiceProps): ReactElement {
  const { t } = useTranslation('oversight');
  return (
    <fieldset className={styles['choices']}>
      <legend>{t('decision.choice')}</legend>
      {options.map((decision) => (
        <label key={decision}>
          <input
            type="radio"
            name="decision"
            checked={value === decision}
            onChange={() => onChange(decision)}
          />
          <span>
            <b>{t(`decision.${decision}`)}</b>
            <span className={styles['where']}>{t(`decision.${decision}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface DecisionDialogProps {
  alert: Alert;
  mayDecide: boolean;
  onClose: () => void;
}

/** The evidence of an alert, and the decision of whoever may give it. */
export function DecisionDialog({ alert, mayDecide, onClose }: DecisionDialogProps): ReactElement {
  const { t } = useTranslation('oversight');
  // Only a breach of county-first is a listing to be stopped; of any other case is said what it came to: measures act by two people.
  const isBreach = alert.code === 'COUNTY_FIRST_BREACH';
  const [decision, setDecision] = useState<Decision>(isBreach ? 'suspend' : 'substantiated');
  const [reason, setReason, forget] = useTyped(`alert.${alert.id}`, '');
  const [tried, setTried] = useState(false);
  const command = useCommand<Alert>([['alerts'], ['overview'], ['listings']]);
  const missing = tried && reason.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const body = { decision, reason: reason.trim() };
    const done = await command.send(post('/alerts/{id}/decisions', { params: { id: alert.id }, body }));
    if (!done) return;
    forget();
    onClose();
  };
  return (
    <Dialog title={t('decision.title')} onClose={onClose}>
      <Found alert={alert} />
      {mayDecide ? (
        <Form
          onSubmit={() => void send()}
          told={command.told}
          shown={['/reason']}
          actions={
            <>
              <Button onClick={onClose}>{t('decision.cancel')}</Button>
              {isBreach ? null : <ButtonLink href="/reg/measures">{t('decision.measures')}</ButtonLink>}
              <Button look="primary" type="submit" disabled={command.busy}>
                {t(command.busy ? 'decision.working' : isBreach ? 'decision.submit' : 'decision.close')}
              </Button>
            </>
          }
        >
          <p>{t(isBreach ? 'decision.lead' : 'decision.closeLead')}</p>
          <Choice options={decisionsOf(alert.code)} value={decision} onChange={setDecision} />
          <TextAreaField
            label={t('decision.reason')}
            maxLength={500}
            value={reason}
            error={missing ? t('decision.reasonMissing') : command.told?.fields['/reason']}
            onChange={setReason}
          />
        </Form>
      ) : (
        <p className={styles['where']}>{alert.decidedAt ? '' : t('decision.onlyRegulator')}</p>
      )}
    </Dialog>
  );
}

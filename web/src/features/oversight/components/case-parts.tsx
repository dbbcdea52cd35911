import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import type { Alert } from '../api/oversight.js';
import { subjectPage } from '../model/alert-words.js';
import { DecisionDialog } from './decision-dialog.js';
import { Evidence } from './evidence.js';
import styles from './oversight.module.css';

/** What an alert is about, with the way there, and what was found. */
export function CaseEvidence({ alert }: { alert: Alert }): ReactElement {
  const page = subjectPage(alert);
  return (
    <>
      {alert.subject === null ? null : (
        <p className={styles['subject']}>{page ? <a href={page}>{alert.subject}</a> : alert.subject}</p>
      )}
      <Evidence alert={alert} />
    </>
  );
}

/** Ends a case from its own page. */
export function DecideButton({ alert }: { alert: Alert }): ReactElement {
  const { t } = useTranslation('oversight');
  const [open, setOpen] = useState(false);
  return (
    <p className={styles['decide']}>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('alerts.decide')}
      </Button>
      {open ? <DecisionDialog alert={alert} mayDecide onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

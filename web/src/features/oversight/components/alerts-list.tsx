import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../lib/clock.js';
import { cx } from '../../../lib/cx.js';
import { epoch, shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Alert } from '../api/oversight.js';
import { decisionWord, evidenceLine } from '../model/alert-words.js';
import { DecisionDialog } from './decision-dialog.js';
import styles from './oversight.module.css';

const tones = { high: 'up', medium: 'wait', low: 'neutral' } as const;
const marks = { high: '▲', medium: '◆', low: '●' } as const;

function Due({ alert }: { alert: Alert }): ReactElement {
  const { t } = useTranslation('oversight');
  const now = useServerNow(60_000);
  if (alert.decidedAt)
    return (
      <span>
        {t('alerts.decidedAt', { at: shortStamp(alert.decidedAt), decision: decisionWord(alert, t) })}
      </span>
    );
  if (!alert.dueAt) return <span>{t('alerts.noDue')}</span>;
  const left = epoch(alert.dueAt) - now;
  const urgent = left < 24 * 3_600_000;
  return (
    <span className={cx(urgent && styles['urgent'])}>
      {left <= 0 ? t('alerts.overdue') : t('alerts.due', { at: shortStamp(alert.dueAt) })}
    </span>
  );
}

/** Alerts as rows: how bad, what and where, until when, and the way to decide. */
export function AlertsList({
  alerts,
  mayDecide,
}: {
  alerts: readonly Alert[];
  mayDecide: boolean;
}): ReactElement {
  const { t } = useTranslation('oversight');
  const { t: ui } = useTranslation('ui');
  const nameOf = useNameOf();
  const [open, setOpen] = useState<Alert | null>(null);
  return (
    <>
      <ul className={styles['alerts']} aria-label={t('alerts.caption')}>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <StatusChip tone={tones[alert.severity]} outlined={alert.severity === 'high'}>
              <span aria-hidden="true">{marks[alert.severity]} </span>
              {t(`alerts.severity.${alert.severity}`)}
            </StatusChip>
            <div>
              <p>
                <b>{t(`code.${alert.code}`)}</b>{' '}
                <span className={styles['where']}>
                  {alert.party ? nameOf(alert.party) : alert.regionCode}
                </span>
              </p>
              <p className={styles['where']}>
                {evidenceLine(alert, t, ui('unit.ha'), ui('unit.kg')) ||
                  t('alerts.raised', { at: shortStamp(alert.raisedAt) })}
              </p>
            </div>
            <div className={styles['due']}>
              <Due alert={alert} />
              <a href={`/reg/alerts/${alert.id}`}>{t('alerts.file')}</a>
              <Button look="link" size="dense" onClick={() => setOpen(alert)}>
                {t(mayDecide && !alert.decidedAt ? 'alerts.decide' : 'alerts.evidence')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open ? (
        <DecisionDialog alert={open} mayDecide={mayDecide && !open.decidedAt} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

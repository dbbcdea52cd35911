import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.js';
import styles from './approval-rail.module.css';

export interface RailStep {
  key: string;
  /** A role or a document, never a person's name. */
  label: string;
  detail?: string;
  state: 'done' | 'current' | 'waiting' | 'refused';
}

/** Who has signed and whose turn it is: thick ring = current, ✓ = done (look.md, Components). */
export function ApprovalRail({ steps, label }: { steps: RailStep[]; label: string }): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <ol className={styles['rail']} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={cx(styles['step'], styles[step.state])}
          {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={styles['ring']} aria-hidden="true">
            {step.state === 'done' ? '✓' : step.state === 'refused' ? '✗' : ''}
          </span>
          <span className={styles['label']}>{step.label}</span>
          {step.detail ? <span className={styles['detail']}>{step.detail}</span> : null}
          <span className="visually-hidden">{step.state === 'refused' ? '✗' : t(`rail.${step.state}`)}</span>
        </li>
      ))}
    </ol>
  );
}

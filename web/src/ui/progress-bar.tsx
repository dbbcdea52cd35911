import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../lib/geometry.js';
import { Button } from './button.js';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  label: string;
  done: number;
  total: number;
  rowsPerSecond?: number;
  secondsLeft?: number;
  onCancel?: () => void;
}

/** Long work in counted pieces: how far, how fast, how long still, and a way to stop. */
export function ProgressBar(props: ProgressBarProps): ReactElement {
  const { label, done, total, rowsPerSecond, secondsLeft, onCancel } = props;
  const { t } = useTranslation('ui');
  return (
    <div className={styles['progress']}>
      <div className={styles['words']}>
        <b>{label}</b>
        <span>{t('progress.label', { done, total })}</span>
        {rowsPerSecond === undefined ? null : <span>{t('progress.rate', { rate: rowsPerSecond })}</span>}
        {secondsLeft === undefined ? null : <span>{t('progress.eta', { seconds: secondsLeft })}</span>}
        {onCancel ? (
          <Button look="link" size="dense" className={styles['cancel']} onClick={onCancel}>
            {t('progress.cancel')}
          </Button>
        ) : null}
      </div>
      <div
        className={styles['track']}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <span style={{ width: percent(total > 0 ? Math.min(1, done / total) : 0) }} />
      </div>
    </div>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fullStamp } from '../../lib/format/time.js';
import { Button } from '../button.js';
import styles from './states.module.css';

interface BrokenStateProps {
  sentence: string;
  traceId?: string | undefined;
  onRetry?: () => void;
  /** When older data stays on screen below: its time. */
  lastGoodAt?: string;
}

/** A part that did not load: says so in its own place, with a way to try again. */
export function BrokenState({ sentence, traceId, onRetry, lastGoodAt }: BrokenStateProps): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <div className={styles['broken']} role="alert">
      <p className={styles['title']}>{t('states.brokenTitle')}</p>
      <p>{sentence}</p>
      {lastGoodAt ? (
        <p className={styles['hint']}>{t('states.lastGood', { time: fullStamp(lastGoodAt) })}</p>
      ) : null}
      {traceId ? <p className={styles['trace']}>{t('states.trace', { id: traceId })}</p> : null}
      {onRetry ? (
        <Button size="dense" onClick={onRetry}>
          {t('states.retry')}
        </Button>
      ) : null}
    </div>
  );
}

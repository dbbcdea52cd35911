import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { useDeskSession } from '../desk-session.js';
import { goToStep, stepsOf, useTour } from './tour.js';
import styles from './tour.module.css';

/** The guide at the foot of the desk: where one is, what it is for, and on to the next place. */
export function TourPanel(): ReactElement | null {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const ref = useRef<HTMLHeadingElement>(null);
  const at = useTour();
  const steps = stepsOf(useDeskSession());
  const step = at === null ? undefined : steps[at];
  useEffect(() => {
    if (step) ref.current?.focus({ preventScroll: true });
  }, [step]);
  if (at === null || !step) return null;
  const go = (to: number): void => {
    const next = steps[to];
    goToStep(next ? to : null);
    if (next) void navigate({ href: next.href });
  };
  const last = at === steps.length - 1;
  return (
    <aside className={styles['panel']} aria-label={t('tour.title')}>
      <p className={styles['count']}>{t('tour.count', { at: at + 1, of: steps.length })}</p>
      <h2 ref={ref} tabIndex={-1}>
        {t(`rail.${step.key}`)}
      </h2>
      <p>{t(`tour.steps.${step.key}`)}</p>
      <div className={styles['buttons']}>
        <Button size="dense" look="link" onClick={() => goToStep(null)}>
          {t('tour.end')}
        </Button>
        {at > 0 ? (
          <Button size="dense" onClick={() => go(at - 1)}>
            {t('tour.back')}
          </Button>
        ) : null}
        <Button size="dense" look="primary" onClick={() => go(at + 1)}>
          {t(last ? 'tour.done' : 'tour.next')}
        </Button>
      </div>
    </aside>
  );
}

/** Begins the tour at the first place of the desk. */
export function TourButton(): ReactElement {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const [first] = stepsOf(useDeskSession());
  return (
    <Button
      size="dense"
      onClick={() => {
        if (!first) return;
        goToStep(0);
        void navigate({ href: first.href });
      }}
    >
      {t('tour.start')}
    </Button>
  );
}

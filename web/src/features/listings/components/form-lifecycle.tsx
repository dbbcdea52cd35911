import {
  type FormMove,
  formLifecycles,
  type FormStage,
  stageOf,
  stagesOfForm,
} from '@muheng/contracts/common/form-lifecycles';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { Card } from '../../../ui/card.js';
import type { Listing } from '../api/notice.js';
import styles from './form-lifecycle.module.css';

const ends: readonly FormStage[] = ['closed-sold', 'closed-failed'];
/** Stages that a listing need not go through: only what is published says that it did. */
const byways: readonly FormStage[] = ['ceiling-reached', 'lottery'];

function MoveWords({ move, form }: { move: FormMove; form: Listing['form'] }): ReactElement {
  const { t } = useTranslation('listings');
  // A sale is the clock's in most forms; where people make it, it has a word of its own.
  const sold = move.by === 'holders' ? t('life.opened') : t('life.bought');
  const stageWord = useStageWord(form);
  const bought = move.event === 'sell' && form === 'reverse-purchase' ? t('life.purchase.sell') : null;
  const event =
    move.event === 'sell' && move.by !== 'clock' ? sold : (bought ?? t(`life.event.${move.event}`));
  const words = { who: move.by === 'clock' ? '' : t(`life.who.${move.by}`), event };
  const stays = move.from.includes(move.to);
  return (
    <li key={`${form}-${move.event}`}>
      {stays ? t('life.stay', words) : t('life.move', { ...words, to: stageWord(move.to) })}
    </li>
  );
}

/** Stages that a purchase calls otherwise. */
const ofPurchase = ['listing-open', 'closed-sold', 'closed-failed'] as const;

function useStageWord(form: Listing['form']): (stage: FormStage) => string {
  const { t } = useTranslation('listings');
  return (stage) => {
    const own = form === 'reverse-purchase' ? ofPurchase.find((each) => each === stage) : undefined;
    return own === undefined ? t(`life.stage.${stage}`) : t(`life.purchase.${own}`);
  };
}

interface StageProps {
  listing: Listing;
  stage: FormStage;
  state: 'done' | 'current' | 'waiting';
}

function Stage({ listing, stage, state }: StageProps): ReactElement {
  const { t } = useTranslation('listings');
  const stageWord = useStageWord(listing.form);
  const moves = formLifecycles[listing.form].filter((move) => move.from.includes(stage));
  const isCurrent = state === 'current';
  return (
    <li className={styles[state]} {...(isCurrent ? { 'aria-current': 'step' as const } : {})}>
      <span className={styles['ring']} aria-hidden="true">
        {state === 'done' ? '✓' : ''}
      </span>
      <div>
        <p className={styles['name']}>
          {stageWord(stage)}
          {isCurrent && !ends.includes(stage) ? <span className={styles['now']}>{t('life.now')}</span> : null}
        </p>
        {isCurrent && moves.length > 0 ? (
          <>
            <p className={styles['next']}>{t('life.next')}</p>
            <ul>
              {moves.map((move) => (
                <MoveWords key={`${move.event}-${move.to}`} move={move} form={listing.form} />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </li>
  );
}

const wasThere = (listing: Listing, stage: FormStage, isBefore: boolean): boolean =>
  isBefore && (!byways.includes(stage) || listing.draw !== null || listing.status === 'lottery');

/** The rules of a listing's form in plain words, and where it stands in the form's own table (domain §11). */
export function FormLifecycle({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  const { form, status, sealing, policy } = listing;
  const current = stageOf(status, sealing?.tieOrder != null);
  const shown = stagesOfForm(form, policy.cityWindowDays > 0).filter(
    (stage) => !ends.includes(stage) || current === null || !ends.includes(current) || stage === current,
  );
  const place = current === null ? -1 : shown.indexOf(current);
  const numbers = {
    stop: policy.listingBidStopMin,
    window: policy.timedWindowMin,
    outage: policy.outageSeconds,
    band: policy.negotiatedBandPct,
    publicity: policy.resultPublicityDays,
  };
  return (
    <Card title={t('life.title')}>
      <ol className={cx(styles['stages'])} aria-label={t('life.title')}>
        {shown.map((stage, index) => (
          <Stage
            key={stage}
            listing={listing}
            stage={stage}
            state={index === place ? 'current' : wasThere(listing, stage, index < place) ? 'done' : 'waiting'}
          />
        ))}
      </ol>
      {current === null ? <p className={styles['next']}>{t('life.paused')}</p> : null}
      <ul className={styles['rules']}>
        {(['a', 'b', 'c', 'd'] as const).map((sentence) => (
          <li key={sentence}>{t(`life.rules.${form}.${sentence}`, numbers)}</li>
        ))}
      </ul>
    </Card>
  );
}

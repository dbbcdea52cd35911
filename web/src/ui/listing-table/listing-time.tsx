import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../lib/clock.js';
import { remaining } from '../../lib/format/duration.js';
import { epoch, monthDayText, shortStamp } from '../../lib/format/time.js';
import { Countdown } from '../countdown.js';
import type { ListingTime as Time } from './listing-row.js';
import styles from './listing-table.module.css';

function Left({ at }: { at: string }): ReactElement {
  const { t } = useTranslation('ui');
  const left = remaining(epoch(at) - useServerNow(10_000));
  return (
    <>
      <b>
        {left.days > 0 ? `${t('listing.days', { count: left.days })} ` : ''}
        {left.hours}:{left.minutes}
      </b>
      <span>{t('listing.until', { at: shortStamp(at) })}</span>
    </>
  );
}

/** The time column: a running countdown, time left, an opening or the end of the objection period. */
export function ListingTime({ time }: { time: Time }): ReactElement {
  const { t } = useTranslation('ui');
  if (time.kind === 'round-ends') {
    return (
      <span className={styles['stack']}>
        <Countdown deadline={time.at} />
        <span>{t('listing.roundEnds')}</span>
      </span>
    );
  }
  return (
    <span className={styles['stack']}>
      {time.kind === 'bids-until' ? (
        <Left at={time.at} />
      ) : (
        <>
          <b>{shortStamp(time.at)}</b>
          <span>
            {time.kind === 'opens'
              ? t('listing.opens')
              : time.objectionsUntil === null
                ? t('listing.closed')
                : t('listing.objections', { day: monthDayText(time.objectionsUntil) })}
          </span>
        </>
      )}
    </span>
  );
}

import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import type { ReplayStep } from '../api/replay.js';

interface StepWords {
  /** Number, and name where the reader may know it. */
  bidderOf: (step: ReplayStep) => string;
  eventOf: (step: ReplayStep) => string;
  /** The whole step in one line. */
  lineOf: (step: ReplayStep) => string;
}

const inWan = (cny: string): string => wanText(parseCny(cny) as Fen);

/** A step in words. */
export function useStepWords(): StepWords {
  const { t } = useTranslation('replay');
  const nameOf = useNameOf();
  const bidderOf = ({ bidderNo, bidder }: ReplayStep): string => {
    if (bidderNo === null) return '';
    const number = t('bidder', { no: bidderNo });
    return bidder ? `${number} ${nameOf(bidder)}` : number;
  };
  const eventOf = ({ event }: ReplayStep): string =>
    t(`events.${event.replace('.', '-')}` as 'events.closed', { defaultValue: event });
  const lineOf = (step: ReplayStep): string =>
    [
      fullStamp(step.at),
      eventOf(step),
      bidderOf(step),
      step.priceCny === null ? '' : t('price', { price: inWan(step.priceCny) }),
      step.reason ?? '',
      step.closesAt === null ? '' : t('closes', { at: fullStamp(step.closesAt) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return { bidderOf, eventOf, lineOf };
}

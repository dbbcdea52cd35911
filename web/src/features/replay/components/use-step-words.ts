import { type Fen, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { wanText } from '../../../lib/format/money.js';
import { fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import type { Replay, ReplayStep } from '../api/replay.js';

interface StepWords {
  /** Number, and name where the reader may know it. */
  bidderOf: (step: ReplayStep) => string;
  eventOf: (step: ReplayStep) => string;
  /** Price in the unit of the form: 万元 for the whole, 元 for one 亩; empty where there is none. */
  priceOf: (step: ReplayStep) => string;
  /** Area that a sealed bid asks for, and why it did not count. */
  restOf: (step: ReplayStep) => string;
  /** The whole step in one line. */
  lineOf: (step: ReplayStep) => string;
}

const inWan = (cny: string): string => wanText(parseCny(cny) as Fen);

/** Whether bids of a form name a price for one 亩. */
export const isPerMu = ({ form }: Pick<Replay, 'form'>): boolean => form === 'sealed-uniform';

/** A step in words. */
export function useStepWords(replay: Pick<Replay, 'form'>): StepWords {
  const { t } = useTranslation('replay');
  const nameOf = useNameOf();
  const perMu = isPerMu(replay);
  const bidderOf = ({ bidderNo, bidder, holder }: ReplayStep): string => {
    if (holder !== null) return t(`holders.${holder}`);
    if (bidderNo === null) return '';
    const number = t('bidder', { no: bidderNo });
    return bidder ? `${number} ${nameOf(bidder)}` : number;
  };
  const eventOf = ({ event }: ReplayStep): string =>
    t(`events.${event.replace('.', '-')}` as 'events.closed', { defaultValue: event });
  const priceOf = ({ priceCny }: ReplayStep): string => {
    if (priceCny === null) return '';
    return perMu ? groupDigits(priceCny) : inWan(priceCny);
  };
  const restOf = ({ areaHa, voidReason }: ReplayStep): string =>
    [
      areaHa === null ? '' : t('area', { area: areaText(parseHa(areaHa), 'ha') }),
      voidReason === null
        ? ''
        : t(`voids.${voidReason.replace('bidding.', '')}` as 'voids.below-minimum', {
            defaultValue: voidReason,
          }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  const lineOf = (step: ReplayStep): string =>
    [
      fullStamp(step.at),
      eventOf(step),
      bidderOf(step),
      step.priceCny === null ? '' : t(perMu ? 'pricePerMu' : 'price', { price: priceOf(step) }),
      restOf(step),
      step.reason ?? '',
      step.closesAt === null ? '' : t('closes', { at: fullStamp(step.closesAt) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return { bidderOf, eventOf, priceOf, restOf, lineOf };
}

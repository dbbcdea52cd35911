import { parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { memo, type ReactElement, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../lib/clock.js';
import { changePermille, wanBrief, wanPerMuText, wanText } from '../../../lib/format/money.js';
import { percent, shareOf } from '../../../lib/geometry.js';
import { usePhone } from '../../../lib/use-media.js';
import { Card } from '../../../ui/card.js';
import { Delta } from '../../../ui/delta.js';
import { Figure } from '../../../ui/figure.js';
import { PriceStepChart } from '../../../ui/step-chart/price-step-chart.js';
import type { AuctionRoomModel } from '../model/auction-room.js';
import { boundsOf, isStorm, leaderOf, stepsToCeiling } from '../model/room-facts.js';
import styles from './price-panel.module.css';

function Headline({ model }: { model: AuctionRoomModel }): ReactElement {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const leader = leaderOf(model);
  const start = parseCny(model.lot.startPriceCny);
  const price = leader ? parseCny(leader.priceCny) : start;
  const perMu = model.lot.areaHa === null ? null : wanPerMuText(price, parseHa(model.lot.areaHa));
  return (
    <div className={styles['headline']}>
      <p className={styles['now']}>
        <span className={styles['label']}>{t(leader ? 'price.current' : 'price.start')}</span>
        <span aria-live="polite">
          <Figure value={wanText(price)} unit={ui('unit.wan')} size="xl" />
        </span>
      </p>
      <p className={styles['compare']}>
        {perMu === null ? null : (
          <span className={styles['perMu']}>
            {t('price.per', { price: '\u0000' })
              .split('\u0000')
              .flatMap((part, index) => (index === 0 ? [part] : [<b key="price">{perMu}</b>, part]))}
          </span>
        )}
        {leader ? (
          <span className={styles['over']}>
            <Delta permille={changePermille(price, start)} strong /> {t('price.overStart')}
          </span>
        ) : null}
      </p>
    </div>
  );
}

/** From start to ceiling in steps, with a tick at the leader: the phone's chart. */
function StepBeam({ model }: { model: AuctionRoomModel }): ReactElement | null {
  const { t } = useTranslation('bidding');
  const bounds = boundsOf(model);
  const leader = leaderOf(model);
  if (bounds.ceiling === null) return null;
  const price = leader ? parseCny(leader.priceCny) : bounds.start;
  const span = bounds.ceiling - bounds.start;
  const marks: bigint[] = [];
  for (let mark = bounds.start + bounds.step; mark < bounds.ceiling && marks.length < 40; mark += bounds.step)
    marks.push(mark);
  const left = stepsToCeiling(price, bounds) ?? 0n;
  return (
    <div className={styles['stepBeam']}>
      <div className={styles['stepTrack']} aria-hidden="true">
        <span
          className={styles['stepFill']}
          style={{ width: percent(shareOf(price - bounds.start, span)) }}
        />
        {marks.map((mark) => (
          <i key={mark.toString()} style={{ left: percent(shareOf(mark - bounds.start, span)) }} />
        ))}
        <b style={{ left: percent(shareOf(price - bounds.start, span)) }} />
      </div>
      <p className={styles['stepWords']}>
        <span>{t('price.ladderStart', { price: wanBrief(bounds.start as never) })}</span>
        <span className={styles['ceiling']}>
          {t('price.ladderCeiling', { price: wanBrief(bounds.ceiling as never), steps: left.toString() })}
        </span>
      </p>
    </div>
  );
}

/**
 * In a storm of bids the chart takes a step with the clock, of which a second is hardly a pixel; a bid into a calm, and
 * whatever is no bid, it shows at once.
 */
function useCharted(newest: AuctionRoomModel, now: number): AuctionRoomModel {
  const [charted, setCharted] = useState({ model: newest, now });
  if (charted.model === newest && charted.now === now) return newest;
  if (charted.now === now && isStorm(charted.model, newest)) return charted.model;
  setCharted({ model: newest, now });
  return newest;
}

/** The chart of the room, from its model; between the frames, for the clock beside it must not wait. */
export function RoomChart({ model }: { model: AuctionRoomModel }): ReactElement | null {
  const now = useDeferredValue(useServerNow());
  return <Chart model={useCharted(model, now)} now={now} />;
}

const Chart = memo(function Chart({
  model,
  now,
}: {
  model: AuctionRoomModel;
  now: number;
}): ReactElement | null {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const bids = useMemo(
    () => model.bids.map((bid) => ({ ...bid, price: parseCny(bid.priceCny) })),
    [model.bids],
  );
  const leader = leaderOf(model);
  if (model.deadline === null) return null;
  const { lot, seat } = model;
  const price = wanBrief(parseCny(leader?.priceCny ?? lot.startPriceCny));
  return (
    <PriceStepChart
      bids={bids}
      start={parseCny(lot.startPriceCny)}
      step={parseCny(lot.stepCny)}
      ceiling={lot.ceilingCny === null ? null : parseCny(lot.ceilingCny)}
      from={model.chartFrom}
      deadline={model.deadline}
      now={now}
      words={{
        others: t('price.others'),
        self: seat ? t('price.self', { bidder: seat.bidder }) : null,
        ceiling: t('price.ceiling'),
        unit: ui('unit.wan'),
        label: t('price.chartLabel', { price, count: model.bidCount }),
      }}
    />
  );
});

/** The leading price, large, over the staircase that led to it. */
export const PricePanel = memo(function PricePanel({ model }: { model: AuctionRoomModel }): ReactElement {
  const phone = usePhone();
  return (
    <Card className={styles['panel']}>
      <Headline model={model} />
      {phone ? <StepBeam model={model} /> : <RoomChart model={model} />}
    </Card>
  );
});

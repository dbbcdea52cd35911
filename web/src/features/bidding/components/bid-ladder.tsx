import { type Fen, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { memo, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../lib/clock.js';
import { cx } from '../../../lib/cx.js';
import { changePermille, wanBrief, wanPerMuText, wanText } from '../../../lib/format/money.js';
import { ladderStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Delta } from '../../../ui/delta.js';
import { Figure } from '../../../ui/figure.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { AuctionRoomModel, RoomBid, RoomLot } from '../model/auction-room.js';
import { calmMs, ladderOf } from '../model/room-facts.js';
import styles from './bid-ladder.module.css';

interface CellsProps {
  bid: RoomBid;
  leads: boolean;
  first: boolean;
  areaHa: string | null;
  startPriceCny: string;
  now: number;
}

interface RowProps extends CellsProps {
  rank: number;
  fresh: boolean;
}

function Bidder({ bid, leads }: { bid: RoomBid; leads: boolean }): ReactElement {
  const { t } = useTranslation('bidding');
  return (
    <>
      {t('ladder.bidderNo', { bidder: bid.bidder })}
      {leads ? (
        <span className={styles['chip']}>
          <StatusChip tone="up" outlined>
            {t('ladder.leading')}
          </StatusChip>
        </span>
      ) : null}
      {bid.mine ? (
        <span className={styles['chip']}>
          <StatusChip tone="primary" outlined>
            {t('ladder.me')}
          </StatusChip>
        </span>
      ) : null}
    </>
  );
}

/** All of a row but its place. */
const Cells = memo(function Cells({
  bid,
  leads,
  first,
  areaHa,
  startPriceCny,
  now,
}: CellsProps): ReactElement {
  const { t } = useTranslation('bidding');
  const price: Fen = parseCny(bid.priceCny);
  const perMu = areaHa === null ? null : wanPerMuText(price, parseHa(areaHa));
  return (
    <>
      <td>
        <Bidder bid={bid} leads={leads} />
      </td>
      <td>
        <Figure value={wanText(price)} size={leads ? 'price' : 'row'} />
      </td>
      <td>{perMu ?? '—'}</td>
      <td>
        {first ? (
          <span className={styles['weak']}>{t('ladder.first')}</span>
        ) : (
          <Delta permille={changePermille(price, parseCny(startPriceCny))} />
        )}
      </td>
      <td className={styles['at']}>{ladderStamp(bid.at, now)}</td>
    </>
  );
});

function Row({ rank, fresh, ...cells }: RowProps): ReactElement {
  const { bid, leads } = cells;
  return (
    <tr className={cx(bid.mine && styles['mine'], leads && styles['top'], fresh && styles['fresh'])}>
      <td>
        <b>{rank}</b>
      </td>
      <Cells {...cells} />
    </tr>
  );
}

/** The newest bid, if it came in after the first drawing and into a calm: its row flashes once; else all would flicker. */
function useFlash(bids: readonly RoomBid[]): number | null {
  const [newest, before] = bids;
  const initial = useRef(newest?.sequence ?? 0);
  if (newest === undefined || newest.sequence <= initial.current) return null;
  const calm = before === undefined || Date.parse(newest.at) - Date.parse(before.at) >= calmMs;
  return calm ? newest.sequence : null;
}

function Empty({ lot }: { lot: RoomLot }): ReactElement {
  const { t } = useTranslation('bidding');
  return (
    <EmptyState
      title={t('ladder.empty')}
      hint={t('ladder.emptyHint', { price: wanBrief(parseCny(lot.startPriceCny)) })}
    />
  );
}

/** What fits the window beside the chart; the rest is there when asked for. */
const rowsShown = 12;

/** Valid bids from the top down: own rows tinted, the leader marked, times to the millisecond. */
export const BidLadder = memo(function BidLadder({ model }: { model: AuctionRoomModel }): ReactElement {
  const { t } = useTranslation('bidding');
  const now = useServerNow(60_000);
  const bids = ladderOf(model.bids);
  const flash = useFlash(bids);
  const [all, setAll] = useState(false);
  return (
    <Card
      title={t('ladder.title')}
      aside={t('ladder.count', { count: model.bidCount, version: model.version })}
      flush
      className={styles['ladder']}
    >
      {bids.length === 0 ? (
        <Empty lot={model.lot} />
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('ladder.rank')}</th>
              <th scope="col">{t('ladder.bidder')}</th>
              <th scope="col">{t('ladder.price')}</th>
              <th scope="col">{t('ladder.perMu')}</th>
              <th scope="col">{t('ladder.overStart')}</th>
              <th scope="col">{t('ladder.at')}</th>
            </tr>
          </thead>
          <tbody>
            {/* A place keeps its row and takes the next bid's words: rows made anew for each bid cost a storm its frames. */}
            {(all ? bids : bids.slice(0, rowsShown)).map((bid, index) => (
              <Row
                key={bid.sequence === flash ? `new ${bid.sequence}` : index}
                bid={bid}
                rank={index + 1}
                leads={index === 0}
                first={bid.sequence === 1}
                fresh={bid.sequence === flash}
                areaHa={model.lot.areaHa}
                startPriceCny={model.lot.startPriceCny}
                now={now}
              />
            ))}
          </tbody>
        </table>
      )}
      {bids.length > rowsShown ? (
        <p className={styles['more']}>
          <Button look="link" size="dense" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('ladder.fewer') : t('ladder.all', { count: bids.length })}
          </Button>
        </p>
      ) : null}
    </Card>
  );
});

/** The first three, for the phone. */
export function TopThree({ model }: { model: AuctionRoomModel }): ReactElement {
  const { t } = useTranslation('bidding');
  const now = useServerNow(60_000);
  const bids = ladderOf(model.bids);
  const flash = useFlash(bids);
  return (
    <section className={styles['three']} aria-label={t('ladder.topTitle')}>
      <header>
        <h2>{t('ladder.topTitle')}</h2>
        <span>{t('ladder.countShort', { count: model.bidCount })}</span>
      </header>
      {bids.length === 0 ? <Empty lot={model.lot} /> : null}
      <ol>
        {bids.slice(0, 3).map((bid, index) => (
          <li
            key={bid.sequence}
            className={cx(bid.mine && styles['mine'], bid.sequence === flash && styles['fresh'])}
          >
            <b>{index + 1}</b>
            <span>
              <Bidder bid={bid} leads={index === 0} />
            </span>
            <b className={styles['threePrice']}>{wanBrief(parseCny(bid.priceCny))}</b>
            <span className={styles['threeAt']}>{ladderStamp(bid.at, now)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

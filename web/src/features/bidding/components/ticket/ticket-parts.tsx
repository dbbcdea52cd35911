import { type Fen, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../../lib/cx.js';
import {
  capitalsText,
  changePermille,
  wanBrief,
  wanPerMuText,
  wanText,
} from '../../../../lib/format/money.js';
import { clockText } from '../../../../lib/format/time.js';
import { shareOf } from '../../../../lib/geometry.js';
import { Beam } from '../../../../ui/beam.js';
import { Button } from '../../../../ui/button.js';
import { DataList } from '../../../../ui/data-list.js';
import { Delta } from '../../../../ui/delta.js';
import { Figure } from '../../../../ui/figure.js';
import type { RoomLot, RoomSeat } from '../../model/auction-room.js';
import { type Standing, stepsToCeiling } from '../../model/room-facts.js';
import { type Bounds, snap, type TicketState } from '../../model/ticket-machine.js';
import styles from './ticket.module.css';

interface BannerProps {
  standing: Standing;
  state: TicketState;
  seat: RoomSeat;
  /** On a phone: one line, with what is left of the authority. */
  brief?: boolean;
}

/** The strip on top: how the person stands, or what became of the bid just sent. */
export function Banner({ standing, state, seat, brief = false }: BannerProps): ReactElement {
  const { t } = useTranslation('bidding');
  const left = brief && seat.authorityCny !== null ? parseCny(seat.authorityCny) - state.price : null;
  const room =
    left !== null && left >= 0n ? t('ticket.authorityLeftShort', { amount: wanBrief(left as Fen) }) : null;
  const strip = (tone: string, mark: string, title: string, hint: ReactNode): ReactElement => (
    <div className={cx(styles['banner'], styles[tone])} role="status">
      <b>
        <span aria-hidden="true">{mark} </span>
        {title}
      </b>
      <span>{hint}</span>
    </div>
  );
  if (state.at === 'preview') return strip('calm', '○', t('ticket.check'), t('ticket.checkHint'));
  if (state.at === 'sending') return strip('calm', '○', t('ticket.sending'), null);
  if (state.at === 'unknown') return strip('waiting', '▲', t('ticket.unknown'), null);
  if (state.at === 'accepted' && standing.kind !== 'outbid') {
    return strip(
      'good',
      '✓',
      t('ticket.accepted', { sequence: state.receipt.sequence }),
      t('ticket.acceptedHint'),
    );
  }
  if (state.at === 'refused') return strip('bad', '✗', t('ticket.refused'), null);
  if (standing.kind === 'leading')
    return strip('good', '✓', t('ticket.leading'), room ?? t('ticket.leadingHint'));
  if (standing.kind === 'outbid') {
    const steps = standing.steps.toString();
    return brief
      ? strip('waiting', '▲', t('ticket.outbidBrief', { steps }), room)
      : strip('waiting', '▲', t('ticket.outbid'), t('ticket.behind', { steps }));
  }
  return strip('calm', '○', t('ticket.noBid'), t('ticket.noBidHint'));
}

interface StepsProps {
  price: bigint;
  bounds: Bounds;
  disabled: boolean;
  brief?: boolean;
  onPrice: (price: bigint) => void;
}

/** +1, +2 and the ceiling (or +5): buttons that set the price, counted from the leader. */
export function StepButtons({ price, bounds, disabled, brief = false, onPrice }: StepsProps): ReactElement {
  const { t } = useTranslation('bidding');
  const { minimum, step, ceiling } = bounds;
  const toCeiling = stepsToCeiling(minimum, bounds);
  const offers: { price: bigint; text: string }[] = [1n, 2n, 5n]
    .map((steps) => ({
      price: minimum + (steps - 1n) * step,
      text: t('ticket.plus', { steps: steps.toString() }) as string,
    }))
    .filter((offer) => ceiling === null || offer.price < ceiling)
    .slice(0, ceiling === null ? 3 : 2);
  if (ceiling !== null && toCeiling !== null) {
    const words = brief ? 'ticket.plusCeilingShort' : 'ticket.plusCeiling';
    offers.push({
      price: ceiling,
      text: toCeiling === 0n ? t('ticket.ceilingOnly') : t(words, { steps: (toCeiling + 1n).toString() }),
    });
  }
  return (
    <div className={styles['steps']}>
      {offers.map((offer) => (
        <Button
          key={offer.text}
          look="toggle"
          pressed={offer.price === price}
          disabled={disabled}
          onClick={() => onPrice(snap(offer.price, bounds))}
        >
          {offer.text}
        </Button>
      ))}
    </div>
  );
}

interface CostProps {
  price: bigint;
  lot: RoomLot;
  seat: RoomSeat;
}

/** Unit price, rise over start, capitals; deposit, balance and fee. */
export function Cost({ price, lot, seat }: CostProps): ReactElement {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const amount = price as Fen;
  const perMu = lot.areaHa === null ? null : wanPerMuText(amount, parseHa(lot.areaHa));
  const paid = parseCny(seat.depositPaidCny);
  const fee = parseCny(lot.feeCny);
  const unit = ui('unit.wan');
  return (
    <>
      <DataList
        rows={[
          ...(perMu === null
            ? []
            : [
                {
                  key: 'perMu',
                  label: t('ticket.perMu'),
                  value: (
                    <>
                      <b>{perMu}</b> {ui('unit.wanPerMu')}
                    </>
                  ),
                },
              ]),
          {
            key: 'over',
            label: t('ticket.overStart'),
            value: <Delta permille={changePermille(amount, parseCny(lot.startPriceCny))} />,
          },
          {
            key: 'capitals',
            label: t('ticket.capitals'),
            value: <span lang="zh-CN">{capitalsText(amount)}</span>,
          },
        ]}
      />
      <hr className={styles['rule']} />
      <DataList
        rows={[
          { key: 'deposit', label: t('ticket.deposit'), value: `${wanText(paid)} ${unit}` },
          {
            key: 'balance',
            label: t('ticket.balance'),
            value: (
              <>
                <b>{wanText((amount - paid + fee) as Fen)}</b> {unit}
              </>
            ),
          },
          { key: 'fee', label: t('ticket.fee'), value: fee === 0n ? '0' : `${wanText(fee)} ${unit}` },
        ]}
      />
    </>
  );
}

/** Capitals, unit price and rise in one line: the phone's short form of the cost. */
export function CostLine({ price, lot }: Omit<CostProps, 'seat'>): ReactElement {
  const { t: ui } = useTranslation('ui');
  const amount = price as Fen;
  const perMu = lot.areaHa === null ? null : wanPerMuText(amount, parseHa(lot.areaHa));
  return (
    <p className={styles['costLine']}>
      <span lang="zh-CN">{capitalsText(amount)}</span>
      <span>
        {perMu === null ? '' : `${perMu} ${ui('unit.wanPerMu')} · `}
        <Delta permille={changePermille(amount, parseCny(lot.startPriceCny))} strong />
      </span>
    </p>
  );
}

/** The organisation's own limit as a beam: deposit, this bid, what is left; the tick is the limit. */
export function Authority({ price, seat }: { price: bigint; seat: RoomSeat }): ReactElement | null {
  const { t } = useTranslation('bidding');
  if (seat.authorityCny === null) return null;
  const limit = parseCny(seat.authorityCny);
  const paid = parseCny(seat.depositPaidCny);
  const whole = price > limit ? price : limit;
  const left = limit - price;
  const over = left < 0n;
  return (
    <div className={styles['authority']}>
      <p>
        <span>{t('ticket.authority', { amount: wanBrief(limit) })}</span>
        <span className={cx(over && styles['overText'])}>
          {t(over ? 'ticket.authorityOver' : 'ticket.authorityLeft', {
            amount: wanBrief((over ? -left : left) as Fen),
          })}
        </span>
      </p>
      <Beam
        size="thin"
        track
        tick={shareOf(limit, whole)}
        label={t('ticket.authorityLabel', { limit: wanBrief(limit), price: wanBrief(price as Fen) })}
        segments={[
          { key: 'deposit', tone: 'deposit', share: shareOf(paid, whole) },
          { key: 'bid', tone: 'self', share: shareOf((over ? limit : price) - paid, whole) },
          { key: 'over', tone: 'over', share: over ? shareOf(-left, whole) : 0 },
        ]}
      />
    </div>
  );
}

/** The last bid that the server took from this seat. */
export function LastReceipt({ seat }: { seat: RoomSeat }): ReactElement | null {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const receipt = seat.lastReceipt;
  if (!receipt) return null;
  return (
    <div className={styles['receipt']}>
      <p>
        <span>{t('ticket.last')}</span>
        <span className={styles['taken']}>
          <span aria-hidden="true">✓ </span>
          {t('ticket.accepted', { sequence: receipt.sequence })}
        </span>
      </p>
      <p>
        <Figure value={wanText(parseCny(receipt.priceCny))} unit={ui('unit.wan')} size="price" />
        <span>
          {clockText(receipt.at, true)}
          {receipt.milliseconds === null ? '' : ` · ${t('ticket.took', { ms: receipt.milliseconds })}`}
        </span>
      </p>
    </div>
  );
}

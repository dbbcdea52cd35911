import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { type KeyboardEvent, memo, type ReactElement, type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { wanBrief } from '../../../../lib/format/money.js';
import { Button, Key } from '../../../../ui/button.js';
import type { AuctionRoomModel, RoomSeat } from '../../model/auction-room.js';
import { standingOf } from '../../model/room-facts.js';
import {
  type Bounds,
  isJump,
  snap,
  stepsAbove,
  type TicketEvent,
  type TicketState,
} from '../../model/ticket-machine.js';
import { PriceField } from './price-field.js';
import styles from './ticket.module.css';
import { Authority, Banner, Cost, CostLine, LastReceipt, StepButtons } from './ticket-parts.js';

export interface TicketProps {
  model: AuctionRoomModel;
  seat: RoomSeat;
  bounds: Bounds;
  state: TicketState;
  dispatch: (event: TicketEvent) => void;
  /** Sends the previewed price under a new key; the caller answers with events. */
  onSend: (price: bigint) => void;
  /** Why nothing can be sent now: offline, suspended, over. */
  disabledBecause: string | null;
  inputRef: Ref<HTMLInputElement>;
  /** Pinned at the foot of a phone. */
  pinned?: boolean;
}

const overAuthority = (seat: RoomSeat, price: bigint): boolean =>
  seat.authorityCny !== null && price > parseCny(seat.authorityCny);

/** One line under the button when there is something to say; else the keys. */
function Footnote({ props }: { props: TicketProps }): ReactElement {
  const { t } = useTranslation('bidding');
  const { state, disabledBecause, seat } = props;
  if (disabledBecause !== null) return <p className={styles['why']}>{disabledBecause}</p>;
  if (state.at === 'unknown') return <p className={styles['why']}>{t('ticket.unknownHint')}</p>;
  if (state.at === 'refused') return <p className={styles['why']}>{state.sentence}</p>;
  if (overAuthority(seat, state.price)) return <p className={styles['why']}>{t('ticket.overAuthority')}</p>;
  return (
    <p className={styles['keys']}>
      {t('ticket.keys.press')} <Key>Enter</Key> {t('ticket.keys.send')} · <Key>Esc</Key>{' '}
      {t('ticket.keys.back')} · <Key>B</Key> {t('ticket.keys.focus')}
    </p>
  );
}

function Jump({
  state,
  bounds,
  dispatch,
}: Pick<TicketProps, 'state' | 'bounds' | 'dispatch'>): ReactElement | null {
  const { t } = useTranslation('bidding');
  if (state.at !== 'preview' || !isJump(state.price, bounds)) return null;
  return (
    <label className={styles['jump']}>
      <input
        type="checkbox"
        checked={state.confirmedJump}
        onChange={(event) => dispatch({ type: 'confirm-jump', confirmed: event.target.checked })}
      />
      {t('ticket.jump', { steps: stepsAbove(state.price, bounds).toString() })}
    </label>
  );
}

/** What the main button does in each state. */
function useAction(props: TicketProps): { text: string; act: () => void; ready: boolean; back: boolean } {
  const { t } = useTranslation('bidding');
  const { state, dispatch, onSend, bounds, seat, disabledBecause } = props;
  const allowed = disabledBecause === null && !overAuthority(seat, state.price);
  if (state.at === 'preview') {
    const ready = allowed && (!isJump(state.price, bounds) || state.confirmedJump);
    return { text: t('ticket.send'), act: () => onSend(state.price), ready, back: true };
  }
  if (state.at === 'sending')
    return { text: t('ticket.sending'), act: () => undefined, ready: false, back: false };
  if (state.at === 'unknown')
    return { text: t('ticket.unknown'), act: () => undefined, ready: false, back: false };
  if (state.at === 'accepted') {
    return {
      text: t('ticket.again'),
      act: () => dispatch({ type: 'set', price: bounds.minimum }),
      ready: allowed,
      back: false,
    };
  }
  return { text: t('ticket.preview'), act: () => dispatch({ type: 'preview' }), ready: allowed, back: false };
}

function PriceRow(props: TicketProps & { enter: () => void }): ReactElement {
  const { t } = useTranslation('bidding');
  const { state, dispatch, bounds, inputRef, pinned = false, enter } = props;
  const id = useId();
  const locked = state.at === 'sending' || state.at === 'unknown';
  const set = (price: bigint): void => dispatch({ type: 'set', price: snap(price, bounds) });
  const field: ReactNode = (
    <PriceField
      id={id}
      price={state.price}
      bounds={bounds}
      disabled={locked}
      inputRef={inputRef}
      onPrice={set}
      onEnter={enter}
    />
  );
  const range =
    bounds.ceiling === null
      ? t('ticket.rangeOpen', { minimum: wanBrief(bounds.minimum as Fen) })
      : t('ticket.range', {
          minimum: wanBrief(bounds.minimum as Fen),
          ceiling: wanBrief(bounds.ceiling as Fen),
        });
  return (
    <>
      <p className={styles['mine']}>
        <label htmlFor={id}>{t('ticket.mine')}</label>
        <span>{range}</span>
      </p>
      {pinned ? (
        <div className={styles['stepper']}>
          <Button
            aria-label={t('ticket.less')}
            disabled={locked || state.price <= bounds.minimum}
            onClick={() => set(state.price - bounds.step)}
          >
            −
          </Button>
          {field}
          <Button
            aria-label={t('ticket.more')}
            disabled={locked || state.price === bounds.ceiling}
            onClick={() => set(state.price + bounds.step)}
          >
            +
          </Button>
        </div>
      ) : (
        field
      )}
      <StepButtons price={state.price} bounds={bounds} disabled={locked} brief={pinned} onPrice={set} />
    </>
  );
}

/** The ticket: next valid price filled in, preview, then send; every outcome has its face (look.md, Components). */
export const Ticket = memo(function Ticket(props: TicketProps): ReactElement {
  const { t } = useTranslation('bidding');
  const { model, seat, state, dispatch, pinned = false } = props;
  const { text, act, ready, back } = useAction(props);
  const enter = (): void => {
    if (ready) act();
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') dispatch({ type: 'back' });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a shortcut for the button that is there.
    <section
      className={pinned ? styles['pinned'] : styles['ticket']}
      aria-label={t('ticket.title')}
      onKeyDown={escape}
    >
      <Banner standing={standingOf(model)} state={state} seat={seat} brief={pinned} />
      <div className={styles['body']}>
        <PriceRow {...props} enter={enter} />
        {pinned ? (
          <CostLine price={state.price} lot={model.lot} />
        ) : (
          <>
            <Cost price={state.price} lot={model.lot} seat={seat} />
            <Authority price={state.price} seat={seat} />
          </>
        )}
        <Jump {...props} />
        <div className={styles['send']}>
          {back ? (
            <Button size="tall" onClick={() => dispatch({ type: 'back' })}>
              {t('ticket.back')}
            </Button>
          ) : null}
          <Button look="primary" size="tall" block disabled={!ready} onClick={enter}>
            {text}{' '}
            {state.at === 'editing' || state.at === 'preview' ? (
              <span className={styles['enter']}>Enter</span>
            ) : null}
          </Button>
        </div>
        <Footnote props={props} />
      </div>
      <LastReceipt seat={seat} />
    </section>
  );
});

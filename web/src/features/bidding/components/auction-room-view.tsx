import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { type ReactElement, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { wanBrief } from '../../../lib/format/money.js';
import { clockText } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { useFormat } from '../../../lib/use-format.js';
import { usePhone } from '../../../lib/use-media.js';
import { DrawCard } from '../../../ui/draw/draw-card.js';
import { useTitleCountdown } from '../../../ui/countdown.js';
import type { AuctionRoomModel, Connection } from '../model/auction-room.js';
import { boundsOf, isClosed, leaderOf } from '../model/room-facts.js';
import type { TicketEvent, TicketState } from '../model/ticket-machine.js';
import styles from './auction-room-view.module.css';
import { BidLadder, TopThree } from './bid-ladder.js';
import { CeilingSlip } from './ceiling-slip.js';
import { LimitPanel } from './limit-panel.js';
import { LotFacts } from './lot-facts.js';
import { PricePanel, RoomChart } from './price-panel.js';
import { RoomHeader } from './room-header.js';
import { Ticket } from './ticket/ticket.js';
import { LastReceipt } from './ticket/ticket-parts.js';

export interface AuctionRoomViewProps {
  model: AuctionRoomModel;
  connection: Connection;
  /** Time of the last sign of life, for the offline line. */
  dataAt: string;
  ticket: TicketState;
  dispatch: (event: TicketEvent) => void;
  onSend: (price: bigint) => void;
  /** Acceptance of the ceiling where it is no command to the market: practice. */
  onAccept?: () => void;
  sound: boolean;
  onSound: (on: boolean) => void;
}

/** `B` puts the cursor into the ticket, unless the person is typing elsewhere. */
function useFocusKey(target: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing =
        event.target !== target.current &&
        event.target instanceof HTMLElement &&
        /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'b') return;
      event.preventDefault();
      target.current?.focus();
      target.current?.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [target]);
}

/** Amber while offline, the reason while suspended, the result when it is over. */
function Notice({
  model,
  connection,
  dataAt,
}: Pick<AuctionRoomViewProps, 'model' | 'connection' | 'dataAt'>): ReactElement | null {
  const { t } = useTranslation('bidding');
  const leader = leaderOf(model);
  const line = (tone: string, text: string): ReactElement => (
    <p className={styles[tone]} role="status">
      {text}
    </p>
  );
  if (model.phase === 'suspended') {
    const { suspension } = model;
    const reason = suspension === 'county-first' ? t('result.countyFirst') : suspension;
    return line('bad', reason === null ? t('ticket.suspended') : t('result.suspended', { reason }));
  }
  if (model.phase === 'sold' && leader) {
    return line(
      'good',
      t('result.sold', {
        bidder: model.winner ?? leader.bidder,
        price: wanBrief(parseCny(leader.priceCny) as Fen),
      }),
    );
  }
  if (model.phase === 'failed') return line('calm', t('result.failed'));
  if (model.phase === 'terminated') return line('calm', t('result.terminated'));
  if (connection === 'lost') return line('amber', t('ticket.offline', { at: clockText(dataAt) }));
  return null;
}

function useDisabled({ model, connection, dataAt }: AuctionRoomViewProps): string | null {
  const { t } = useTranslation('bidding');
  if (model.phase === 'suspended') return t('ticket.suspended');
  if (isClosed(model)) return t('ticket.closed');
  if (model.phase === 'upcoming') return t('result.upcoming');
  return connection === 'lost' ? t('ticket.offline', { at: clockText(dataAt) }) : null;
}

function PhoneFacts({ model }: { model: AuctionRoomModel }): ReactElement {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  const { lot } = model;
  const words = [
    ...(lot.areaHa === null ? [] : [`${format.area(lot.areaHa)} ${ui(`unit.${format.areaUnit}`)}`]),
    ...(lot.paddyHa !== null && lot.paddyHa === lot.areaHa ? [t('ladder.paddyAll')] : []),
    ...(lot.capacityKg === null ? [] : [`${format.capacity(lot.capacityKg)} ${ui('unit.kg')}`]),
  ];
  return (
    <details className={styles['more']}>
      <summary>
        <span>{words.join(' · ')}</span>
        <span className={styles['link']}>{t('ladder.details')}</span>
      </summary>
      <RoomChart model={model} />
      <LotFacts lot={model.lot} />
    </details>
  );
}

/** The draw of this room, by the numbers of its ladder. */
function Drawn({ model }: { model: AuctionRoomModel }): ReactElement {
  const { t } = useTranslation('bidding');
  const { language } = usePreferences();
  const numberOf = (code: string): string => {
    const bidder = model.drawNumbers.get(code);
    return bidder === undefined ? regionName(code, language) : t('ladder.bidderNo', { bidder });
  };
  return <DrawCard commitment={model.lot.drawCommitment} record={model.draw} nameOf={numberOf} />;
}

/** One function for all drawings, that does what the newest of them would: so the ticket is drawn for its own sake alone. */
function useSame(act: (price: bigint) => void): (price: bigint) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((price) => latest.current(price), []);
}

/** The tab's title, which counts with every second: alone, for the room beside it stands still. */
function TitleCountdown({ model }: { model: AuctionRoomModel }): null {
  const { t } = useTranslation('bidding');
  useTitleCountdown(isClosed(model) ? null : model.deadline, t('header.title', { lot: model.lot.title }));
  return null;
}

/** 竞价大厅: header, then facts, price and ladder, ticket; on a phone one column with the ticket pinned. */
export function AuctionRoomView(props: AuctionRoomViewProps): ReactElement {
  const { model, connection, dataAt, ticket, dispatch, onSend, sound, onSound } = props;
  const { t } = useTranslation('bidding');
  const phone = usePhone();
  const input = useRef<HTMLInputElement>(null);
  const disabledBecause = useDisabled(props);
  const bounds = useMemo(() => boundsOf(model), [model]);
  const send = useSame(onSend);
  useFocusKey(input);
  const slip = isClosed(model) ? (
    <section className={styles['over']}>
      <p>{t('ticket.closed')}</p>
      {model.seat ? <LastReceipt seat={model.seat} /> : null}
    </section>
  ) : model.ceiling !== null ? (
    <CeilingSlip model={model} {...(props.onAccept ? { onAccept: props.onAccept } : {})} />
  ) : model.seat ? (
    <Ticket
      model={model}
      seat={model.seat}
      bounds={bounds}
      state={ticket}
      dispatch={dispatch}
      onSend={send}
      disabledBecause={disabledBecause}
      inputRef={input}
      pinned={phone}
    />
  ) : (
    <p className={styles['spectator']}>{t('ticket.spectator')}</p>
  );
  const limit = isClosed(model) ? null : <LimitPanel model={model} />;
  const drawn = model.draw ? <Drawn model={model} /> : null;
  return (
    <div className={styles['room']}>
      <TitleCountdown model={model} />
      <RoomHeader model={model} connection={connection} sound={sound} onSound={onSound} />
      <Notice model={model} connection={connection} dataAt={dataAt} />
      {phone ? (
        <main className={styles['column']}>
          <PricePanel model={model} />
          <TopThree model={model} />
          <PhoneFacts model={model} />
          {limit}
          {slip}
          {drawn}
        </main>
      ) : (
        <main className={styles['grid']}>
          <LotFacts lot={model.lot} />
          <div className={styles['centre']}>
            <PricePanel model={model} />
            <BidLadder model={model} />
          </div>
          <div className={styles['right']}>
            {slip}
            {limit}
            {drawn}
          </div>
        </main>
      )}
    </div>
  );
}

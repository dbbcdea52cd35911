import { commitTo } from '@muheng/contracts/common/draw';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sha256Text } from '../../../lib/sha256.js';
import { Button } from '../../../ui/button.js';
import type { RoomLot } from '../model/auction-room.js';
import {
  me,
  minimumNow,
  openPractice,
  type PracticeMarket,
  practiceAccept,
  practiceBid,
  practiceNumbers,
  practiceRoom,
  practiceTick,
} from '../model/practice-market.js';
import { boundsOf, standingOf } from '../model/room-facts.js';
import { useTicket } from '../model/use-ticket.js';
import styles from './auction-room-view.module.css';
import { AuctionRoomView } from './auction-room-view.js';

const tickMs = 250;
const newSecret = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(32)));

/** A market on this page: its clock runs while the page is looked at and stands still while it is not. */
function usePractice() {
  const [startedAt, setStartedAt] = useState(() => Date.now());
  const [market, setMarket] = useState(() => openPractice(startedAt, newSecret(), Math.random));
  useEffect(() => {
    const timer = window.setInterval(
      () => setMarket((now: PracticeMarket) => practiceTick(now, Date.now(), Math.random)),
      tickMs,
    );
    return () => window.clearInterval(timer);
  }, []);
  const again = (): void => {
    const now = Date.now();
    setStartedAt(now);
    setMarket(openPractice(now, newSecret(), Math.random));
  };
  return { market, startedAt, setMarket, again };
}

/** 演练: the room as it is, for anyone, without sign-in; nothing leaves this page. */
export function PracticeRoom(): ReactElement {
  const { t } = useTranslation('bidding');
  const { market, startedAt, setMarket, again } = usePractice();
  const [sound, setSound] = useState(false);
  const commitment = useRef({ secret: '', text: '' });
  if (commitment.current.secret !== market.secret) {
    commitment.current = { secret: market.secret, text: commitTo(sha256Text, 'practice', market.secret) };
  }
  const lot: RoomLot = {
    ...practiceNumbers,
    number: t('practice.number'),
    title: t('practice.lot'),
    sellerName: t('practice.seller'),
    batch: t('practice.number'),
    qualityGrade: 8,
    kgPerMu: '800',
    hasReserve: false,
    feeCny: '0.00',
    policyVersion: t('practice.rules'),
    drawCommitment: commitment.current.text,
    noticeHref: '/listings',
    rulesHref: '/listings',
  };
  const model = practiceRoom(market, lot, startedAt);
  const [ticket, dispatch] = useTicket(boundsOf(model), standingOf(model).kind === 'leading');
  const send = (price: bigint): void => {
    dispatch({ type: 'send', key: 'practice' });
    const next = practiceBid({ ...market, now: Date.now() }, me, price);
    const taken = next.bids.at(-1);
    setMarket(next);
    if (!taken?.mine || next.bids.length === market.bids.length) {
      dispatch({ type: 'refused', sentence: t('practice.refused'), minimum: minimumNow(market) });
      return;
    }
    const { sequence, at } = taken;
    dispatch({ type: 'accepted', receipt: { sequence, price, at, milliseconds: 0 } });
  };
  return (
    <>
      <div className={styles['practice']} role="note">
        <span>{t('practice.note')}</span>
        <span>
          <Button size="dense" onClick={again}>
            {t('practice.again')}
          </Button>{' '}
          <a href="/listings">{t('practice.leave')}</a>
        </span>
      </div>
      <AuctionRoomView
        model={model}
        connection="live"
        dataAt={new Date(market.now).toISOString()}
        ticket={ticket}
        dispatch={dispatch}
        onSend={send}
        onAccept={() => setMarket(practiceAccept({ ...market, now: Date.now() }, me))}
        sound={sound}
        onSound={setSound}
      />
    </>
  );
}

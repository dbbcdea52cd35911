import { formatCny, tryCny } from '@muheng/contracts/common/quantity';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../../lib/api-problem.js';
import { usePreferences } from '../../../lib/preferences.js';
import { tell } from '../../../lib/problem.js';
import { uuidV7 } from '../../../lib/uuid.js';
import { askForBid, type BidReceipt, placeBid } from '../api/place-bid.js';
import type { AuctionRoomModel } from './auction-room.js';
import { forgetPending, keepPending, pendingOf } from './pending-bid.js';
import { boundsOf } from './room-facts.js';
import type { TicketEvent } from './ticket-machine.js';

const patienceMs = 5_000;
const askAgainMs = 2_000;
const asksMax = 300;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends a bid and never leaves a doubt: the key is made first, an unanswered bid is asked for by its key, and only
 * the same key is ever sent again.
 */
export function useSendBid(
  model: AuctionRoomModel,
  dispatch: (event: TicketEvent) => void,
): (price: bigint) => void {
  const { language } = usePreferences();
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const accept = (receipt: BidReceipt, startedAt: number | null): void => {
    forgetPending(model.listingId);
    dispatch({
      type: 'accepted',
      receipt: {
        sequence: receipt.seq,
        price: tryCny(receipt.priceCny) ?? 0n,
        at: receipt.acceptedAt,
        milliseconds: startedAt === null ? null : Math.round(performance.now() - startedAt),
      },
    });
  };

  const refuse = (error: ApiProblem): void => {
    forgetPending(model.listingId);
    const given: unknown = error.body.params?.['minimumCny'];
    const minimum = typeof given === 'string' ? tryCny(given) : null;
    dispatch({
      type: 'refused',
      sentence: tell(error, language).sentence,
      minimum: minimum ?? boundsOf(model).minimum,
    });
  };

  /** Answers whether the bid's fate is now known. */
  const attempt = async (price: bigint, key: string, startedAt: number | null): Promise<boolean> => {
    try {
      accept(await placeBid(model.listingId, formatCny(price), key, model.version), startedAt);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem) || !error.isRefusal) return false;
      refuse(error);
      return true;
    }
  };

  const recover = async (price: bigint, key: string): Promise<void> => {
    for (let asked = 0; asked < asksMax && mounted.current; asked += 1) {
      const found = await askForBid(model.listingId, key).catch(() => null);
      if (found?.state === 'accepted' && found.bid) return accept(found.bid, null);
      if (found?.state === 'absent' && (await attempt(price, key, null))) return;
      await pause(askAgainMs);
    }
  };

  useAfterBreakdown(model, dispatch, accept);

  return (price) => {
    const key = uuidV7();
    keepPending(model.listingId, { key, price });
    dispatch({ type: 'send', key });
    const startedAt = performance.now();
    const timer = window.setTimeout(() => dispatch({ type: 'timed-out' }), patienceMs);
    void attempt(price, key, startedAt).then((known) => {
      window.clearTimeout(timer);
      if (known) return;
      dispatch({ type: 'timed-out' });
      void recover(price, key);
    });
  };
}

const asksAfterBreakdown = 3;

/**
 * A bid that an earlier page had sent is asked for by its key. It is never sent again by itself: who comes back may think
 * otherwise by now.
 */
function useAfterBreakdown(
  model: AuctionRoomModel,
  dispatch: (event: TicketEvent) => void,
  accept: (receipt: BidReceipt, startedAt: null) => void,
): void {
  const { listingId } = model;
  const tell = useRef({ model, dispatch, accept });
  useEffect(() => {
    tell.current = { model, dispatch, accept };
  });
  useEffect(() => {
    const pending = pendingOf(listingId);
    if (!pending) return undefined;
    let here = true;
    const ask = async (): Promise<void> => {
      tell.current.dispatch({ type: 'found-pending', ...pending });
      let absent = 0;
      while (here && absent < asksAfterBreakdown) {
        const found = await askForBid(listingId, pending.key).catch(() => null);
        if (!here) return;
        if (found?.state === 'accepted' && found.bid) return tell.current.accept(found.bid, null);
        if (found?.state === 'absent') absent += 1;
        await pause(askAgainMs);
      }
      if (!here) return;
      forgetPending(listingId);
      tell.current.dispatch({ type: 'never-arrived', minimum: boundsOf(tell.current.model).minimum });
    };
    void ask();
    return () => {
      here = false;
    };
  }, [listingId]);
}

import { formatCny, tryCny } from '@muheng/contracts/common/quantity';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../../lib/api-problem.js';
import { usePreferences } from '../../../lib/preferences.js';
import { tell } from '../../../lib/problem.js';
import { uuidV7 } from '../../../lib/uuid.js';
import { askForBid, type BidReceipt, placeBid } from '../api/place-bid.js';
import type { AuctionRoomModel } from './auction-room.js';
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

  const accept = (receipt: BidReceipt, startedAt: number | null): void =>
    dispatch({
      type: 'accepted',
      receipt: {
        sequence: receipt.seq,
        price: tryCny(receipt.priceCny) ?? 0n,
        at: receipt.acceptedAt,
        milliseconds: startedAt === null ? null : Math.round(performance.now() - startedAt),
      },
    });

  const refuse = (error: ApiProblem): void => {
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

  return (price) => {
    const key = uuidV7();
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

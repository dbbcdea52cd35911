import type { Refused } from '@muheng/contracts/common/problems';
import type { Send } from '../../../kernel/unit-of-work/batch-of-work.js';
import { committedSql, refuseBeyondCap } from '../../quota-bank/application/buyer-cap.js';
import type { AuctionRow, BidderRow } from '../persistence/auction.repository.js';
import { type CapColumns, capOf, findCaps, lockParties } from '../persistence/buyer-cap.repository.js';
import { loadProxies, type ProxyRow } from '../persistence/proxy.repository.js';

/** What few bids need beyond their listing and their bidder: limits left with the market, and buyers' caps. */
export interface LimitsOfBidders {
  /** By listing. */
  proxies: ReadonlyMap<string, readonly ProxyRow[]>;
  /** By registration: why a bid would be for more than the buyer lacks. */
  beyond: ReadonlyMap<string, Refused>;
}

const none: LimitsOfBidders = { proxies: new Map(), beyond: new Map() };

/**
 * Asks behind the listings' locks, and only where a policy allows proxies or a bidder is registered for more than it
 * lacks; every other batch sends nothing. A capped buyer's party is locked last, so that its bids on two listings see
 * each other.
 */
export async function loadLimits(
  send: Send,
  rows: readonly AuctionRow[],
  bidders: readonly BidderRow[],
): Promise<LimitsOfBidders> {
  const open = rows.filter((row) => row.policy.proxyBidding === 'on').map((row) => row.id);
  if (open.length === 0 && !bidders.some((each) => each.isCapped)) return none;
  const proxies = open.length === 0 ? [] : await send<ProxyRow>(loadProxies(open));
  return { proxies: groupByListing(proxies), beyond: await loadCaps(send, [...bidders, ...proxies]) };
}

async function loadCaps(send: Send, bidders: readonly BidderRow[]): Promise<Map<string, Refused>> {
  const capped = bidders.filter((each) => each.isCapped);
  if (capped.length === 0) return new Map();
  await send(lockParties([...new Set(capped.map((each) => each.buyerId))]));
  // A statement of its own: it sees what was committed while the lock was waited for.
  const caps = await send<CapColumns>(
    findCaps(
      capped.map((each) => each.registrationId),
      committedSql,
    ),
  );
  return new Map(
    caps.flatMap((row) => {
      const refused = refuseBeyondCap(capOf(row));
      return refused ? [[row.registrationId, refused] as const] : [];
    }),
  );
}

function groupByListing(rows: readonly ProxyRow[]): Map<string, ProxyRow[]> {
  const found = new Map<string, ProxyRow[]>();
  for (const row of rows) {
    const known = found.get(row.listingId);
    if (known) known.push(row);
    else found.set(row.listingId, [row]);
  }
  return found;
}

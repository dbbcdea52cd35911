import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { ListingStatus, TradeForm } from './listing.repository.js';

/** A listing that can still be bought: of its policy only what dates need, for there may be ten thousand. */
export interface OnOfferRow {
  id: string;
  number: string | null;
  title: string;
  regionCode: string;
  form: TradeForm;
  status: ListingStatus;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  startPrice: bigint;
  step: bigint | null;
  deposit: bigint;
  ceiling: bigint | null;
  price: bigint | null;
  opensAt: Date | null;
  depositCloseAt: Date | null;
  listingEndsAt: Date | null;
  timedStartsAt: Date | null;
  timedWindowMin: number;
  resultPublicityDays: number;
  contractDays: number;
  sellerCode: string;
  sellerNameZh: string;
  sellerNameEn: string;
  sellerGroup: string | null;
  /** The only party that may buy it, if it names one. */
  namedBuyer: string | null;
  /** Who leads its bidding; for that party's eyes alone. */
  leader: string | null;
}

/** Everything of an indicator that has been noticed and has not ended, oldest notice first. */
export async function findOnOffer(tx: Tx | ReadTx, quota: QuotaKind): Promise<OnOfferRow[]> {
  return tx.query<OnOfferRow>(
    `select l.id, l.number, l.title, l.region_code as "regionCode", l.form, l.status, l.area, l.paddy, l.capacity,
       l.start_price as "startPrice", l.step, l.deposit, l.ceiling, l.price, l.opens_at as "opensAt",
       l.deposit_close_at as "depositCloseAt", l.listing_ends_at as "listingEndsAt",
       l.timed_starts_at as "timedStartsAt", (l.policy ->> 'timedWindowMin')::int as "timedWindowMin",
       (l.policy ->> 'resultPublicityDays')::int as "resultPublicityDays",
       (l.policy ->> 'contractDays')::int as "contractDays", y.code as "sellerCode", y.name_zh as "sellerNameZh",
       y.name_en as "sellerNameEn", y.beneficial_group as "sellerGroup", n.code as "namedBuyer", w.code as leader
     from listing l join party y on y.id = l.seller_id left join party n on n.id = l.named_buyer_id
     left join party w on w.id = l.leader_id
     where l.quota = $1 and l.notice_at is not null and l.form <> 'reverse-purchase'
       and l.status in ('prefecture-window', 'notice', 'listing-open', 'suspended')
     order by l.notice_at, l.id`,
    [quota],
  );
}

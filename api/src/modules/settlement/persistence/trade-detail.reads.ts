import { quantities, type Quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface TradeItemView {
  ordinal: number;
  lotId: string;
  lotNumber: string;
  newLotId: string | null;
  newLotNumber: string | null;
  quantities: Quantities;
}

export interface TradeDetailRows {
  items: TradeItemView[];
  steps: { step: string; at: Date }[];
  signatures: {
    sellerAt: Date | null;
    sellerName: string | null;
    buyerAt: Date | null;
    buyerName: string | null;
  };
  payouts: { id: string; to: string; partyCode: string | null; amount: bigint; state: string }[];
}

/** All that hangs on a trade; the caller has checked that its reader may see the file. */
export async function findTradeDetail(tx: Tx | ReadTx, tradeId: string): Promise<TradeDetailRows> {
  const items = await tx.query<
    Omit<TradeItemView, 'quantities'> & { area: bigint; paddy: bigint; capacity: bigint }
  >(
    `select i.ordinal, i.lot_id as "lotId", o.number as "lotNumber", i.new_lot_id as "newLotId",
       n.number as "newLotNumber", i.area, i.paddy, i.capacity
     from trade_item i join lot o on o.id = i.lot_id left join lot n on n.id = i.new_lot_id
     where i.trade_id = $1 order by i.ordinal`,
    [tradeId],
  );
  const steps = await tx.query<{ step: string; at: Date }>(
    'select step, at from trade_step where trade_id = $1 order by at, step',
    [tradeId],
  );
  const [signatures] = await tx.query<TradeDetailRows['signatures']>(
    `select t.seller_signed_at as "sellerAt", s.display_name as "sellerName", t.buyer_signed_at as "buyerAt",
       b.display_name as "buyerName"
     from trade t left join person s on s.id = t.seller_signed_by left join person b on b.id = t.buyer_signed_by
     where t.id = $1`,
    [tradeId],
  );
  const payouts = await tx.query<TradeDetailRows['payouts'][number]>(
    `select o.id, o.beneficiary as to, y.code as "partyCode", o.amount, o.state
     from payout o left join party y on y.id = o.party_id where o.trade_id = $1 order by o.ordinal`,
    [tradeId],
  );
  return {
    items: items.map(({ area, paddy, capacity, ...row }) => ({
      ...row,
      quantities: quantities(area, paddy, capacity),
    })),
    steps,
    signatures: signatures ?? { sellerAt: null, sellerName: null, buyerAt: null, buyerName: null },
    payouts,
  };
}

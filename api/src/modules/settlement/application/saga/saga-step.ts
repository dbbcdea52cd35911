import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import type { TradeRow } from '../../persistence/trade.repository.js';

/** One recovery point of a settlement: all that it changes for a set of trades stands in one transaction. */
export interface SagaStep {
  /** In verbs; the command, the failpoints and the audit carry it. */
  name: string;
  /** Counties whose margin the step changes, in id order. */
  counties?: (tx: Tx, trades: readonly TradeRow[]) => Promise<string[]>;
  /** Acts on the locked trades, all of one status. Answers those that went on; nothing of the others was changed. */
  act: (tx: Tx, trades: readonly TradeRow[]) => Promise<readonly TradeRow[]>;
}

/** A step that is rare enough to take its trades one by one. */
export const oneByOne =
  (act: (tx: Tx, trade: TradeRow) => Promise<boolean>): SagaStep['act'] =>
  async (tx, trades) => {
    const done: TradeRow[] = [];
    for (const trade of trades) if (await act(tx, trade)) done.push(trade);
    return done;
  };

import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import type { TradeRow } from '../../persistence/trade.repository.js';

/** One recovery point of a settlement: all that it changes stands in one transaction. */
export interface SagaStep {
  /** In verbs; the command, the failpoints and the audit carry it. */
  name: string;
  /** Counties whose margin the step changes, in id order. */
  counties?: (tx: Tx, trade: TradeRow) => Promise<string[]>;
  /** Acts on the locked trade. False: it cannot be done yet, and nothing was changed. */
  act: (tx: Tx, trade: TradeRow) => Promise<boolean>;
}

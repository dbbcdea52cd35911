import type pg from 'pg';
import type { Transactions } from './database/transactions.js';
import type { DueJobs } from './due/due-jobs.js';
import type { KeysInFlight } from './http/idempotency.js';
import type { Log } from './log.js';
import type { Surroundings } from './resources/command.js';
import type { FaultSwitches } from './testing/fault-switches.js';
import type { Dispatcher } from './webhooks/dispatcher.js';

/** Everything that one running gateway consists of. */
export interface Gateway {
  readonly pool: pg.Pool;
  readonly transactions: Transactions;
  readonly faults: FaultSwitches;
  readonly dispatcher: Dispatcher;
  readonly jobs: DueJobs;
  readonly keys: KeysInFlight;
  readonly around: Surroundings;
  /** The secret key that callers authenticate with. */
  readonly key: string;
  readonly log: Log;
}

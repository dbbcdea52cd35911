/** The worker's only door into the api's code. */
export { CoreModule } from './core.module.js';
export { CONFIG, type Config, readConfig } from './kernel/config.js';
export { type CommandContext, systemActor } from './kernel/access/actor.js';
export { connectionOptions } from './kernel/database/data-source.js';
export { Refusal } from './kernel/errors/refusal.js';
export { jsonLog } from './kernel/log/json-log.js';
export { type Tx } from './kernel/unit-of-work/tx.js';
export { UnitOfWork } from './kernel/unit-of-work/unit-of-work.js';
export { SubmitPayment } from './modules/payments/application/submit-payment.use-case.js';
export { SubmitPayout } from './modules/payments/application/submit-payout.use-case.js';
export { SubmitRefund } from './modules/payments/application/submit-refund.use-case.js';
export { RecomputeCounty } from './modules/quota-bank/application/recompute-county.use-case.js';
export { RunImport } from './modules/quota-bank/application/run-import.use-case.js';

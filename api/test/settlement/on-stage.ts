import { afterAll, afterEach, beforeAll } from 'vitest';
import type { GatewayProcess } from '../gateway/gateway-process.js';
import { expectSound } from '../support/auditor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startPaymentGateway } from '../support/gateway.js';
import { Stage } from './stage.js';

/** What a test file on the stage has in its hands; each is there from `beforeAll` on. */
export interface Set {
  readonly database: TestDatabase;
  readonly gateway: GatewayProcess;
  readonly stage: Stage;
}

/** A small sale between two counties, for tests to vary. */
export const smallSale = {
  seller: '640425',
  buyer: '640106',
  priceCny: '50000.00',
  depositCny: '10000.00',
  areaHa: '0.6000',
  capacityKg: '3600.0000',
} as const;

/**
 * A database, a gateway and a market for one test file, opened before its tests and closed after them; the books are
 * audited after each test. `prepare` runs between the gateway and the market; without `withPapers` no PDF is made.
 */
export function onStage(options: { prepare?: () => void; withPapers?: boolean } = {}): Set {
  let open: { database: TestDatabase; gateway: GatewayProcess; stage: Stage } | undefined;
  const here = () => {
    if (!open) throw new Error('the stage is open from beforeAll on');
    return open;
  };
  beforeAll(async () => {
    const database = await createTestDatabase();
    const gateway = await startPaymentGateway();
    options.prepare?.();
    const stage = await Stage.open(database);
    stage.withPapers = options.withPapers ?? false;
    open = { database, gateway, stage };
  });
  afterAll(async () => {
    await open?.stage.close();
    await open?.gateway.stop();
    await open?.database.drop();
  });
  afterEach(() => expectSound(here().database.urls.superuser));
  return {
    get database() {
      return here().database;
    },
    get gateway() {
      return here().gateway;
    },
    get stage() {
      return here().stage;
    },
  };
}

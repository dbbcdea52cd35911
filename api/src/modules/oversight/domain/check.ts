/**
 * One thing that must hold (domain §13, reliability §2). Its SQL answers a row a breach: `subject`, `expected`,
 * `actual`, all text. No rows: it holds. The tolerance is zero.
 */
export interface Check {
  /** Of the finding; stable, since findings are kept by (code, subject). */
  code: string;
  /** short: cheap whatever the age of the market, so it runs each minute. full: reads the whole history. */
  depth: 'short' | 'full';
  /** data: true at every instant. operations: about the running processes, e.g. how old the outbox is. */
  about: 'data' | 'operations';
  sql: string;
}

export type Depth = Check['depth'];

export interface Breach {
  code: string;
  subject: string;
  expected: string;
  actual: string;
}

export interface Report {
  ok: boolean;
  /** How many rows of each kind were looked at, and how many checks ran. */
  checked: Record<string, number>;
  findings: Breach[];
  seconds: number;
}

/** The checks of a run: a short run leaves the history alone, a test leaves the running processes alone. */
export const chosen = (all: readonly Check[], depth: Depth, about: 'data' | 'all'): Check[] =>
  all.filter(
    (check) => (depth === 'full' || check.depth === 'short') && (about === 'all' || check.about === 'data'),
  );

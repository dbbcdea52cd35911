import type pg from 'pg';
import { rowsOf } from '../database/pool.js';
import type { Log } from '../log.js';

/** Faults for API requests, and faults for webhooks (replay.md "gateway-fault"). */
export const REQUEST_FAULTS = ['slow', '409', '429', '500', 'reset', 'commit-then-timeout'] as const;
export const WEBHOOK_FAULTS = ['duplicate', 'reordered', 'dropped'] as const;
export const FAULT_KINDS = [...REQUEST_FAULTS, ...WEBHOOK_FAULTS] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

const DEFAULT_DELAY_MS: Partial<Record<FaultKind, number>> = {
  slow: 1_500,
  'commit-then-timeout': 2_000,
  reordered: 300,
};

export interface FaultOptions {
  readonly delayMs?: number | undefined;
  /** Only for requests with this method, and whose path begins so. */
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** For `500`: whether the answer is kept under the idempotency key, as Stripe keeps it. Default yes. */
  readonly saved?: boolean | undefined;
}

/** A switch that is on for the next `remaining` requests or webhooks. */
export interface Fault {
  readonly id: bigint;
  readonly kind: FaultKind;
  remaining: number;
  readonly delayMs: number;
  readonly method: string | null;
  readonly path: string | null;
  readonly saved: boolean;
}

const COLUMNS = 'id, kind, remaining, delay_ms AS "delayMs", method, path, saved';

function isOneOf<Kind extends string>(kinds: readonly Kind[], kind: string): kind is Kind {
  return kinds.some((candidate) => candidate === kind);
}

/**
 * The fault switches. They are kept in the database, so a restart leaves them as they are, and mirrored here,
 * so a request that meets none pays nothing. One process is meant to serve them.
 */
export class FaultSwitches {
  private faults: Fault[] = [];

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {}

  async load(): Promise<void> {
    const text = `SELECT ${COLUMNS} FROM gateway.fault WHERE remaining > 0 ORDER BY id`;
    this.faults = await rowsOf<Fault>(this.pool, { name: '', text, values: [] });
  }

  /** Switches a fault on for the next `count`; counts of equal switches add up. */
  async add(kind: FaultKind, count: number, options: FaultOptions = {}): Promise<void> {
    const wanted = {
      delayMs: options.delayMs ?? DEFAULT_DELAY_MS[kind] ?? 0,
      method: options.method ?? null,
      path: options.path ?? null,
      saved: options.saved ?? true,
    };
    const same = this.faults.find(
      (fault) =>
        fault.kind === kind &&
        fault.remaining > 0 &&
        fault.delayMs === wanted.delayMs &&
        fault.method === wanted.method &&
        fault.path === wanted.path &&
        fault.saved === wanted.saved,
    );
    if (same) {
      same.remaining += count;
      await this.change(same, count);
      return;
    }
    const rows = await rowsOf<Fault>(this.pool, {
      name: '',
      text: `INSERT INTO gateway.fault (kind, remaining, delay_ms, method, path, saved)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
      values: [kind, count, wanted.delayMs, wanted.method, wanted.path, wanted.saved],
    });
    this.faults.push(...rows);
  }

  list(): readonly Fault[] {
    return this.faults.filter((fault) => fault.remaining > 0);
  }

  async clear(): Promise<void> {
    this.faults = [];
    await rowsOf(this.pool, { name: '', text: 'DELETE FROM gateway.fault', values: [] });
  }

  /** Writes down by how much a switch changed, not what is left: two connections may write out of turn. */
  private async change(fault: Fault, by: number): Promise<void> {
    const text = 'UPDATE gateway.fault SET remaining = remaining + $2 WHERE id = $1';
    await rowsOf(this.pool, { name: 'fault.change', text, values: [fault.id, by] });
  }

  private take(matches: (fault: Fault) => boolean): Fault | undefined {
    if (this.faults.length === 0) return undefined;
    const fault = this.faults.find((candidate) => candidate.remaining > 0 && matches(candidate));
    if (!fault) return undefined;
    fault.remaining -= 1;
    if (fault.remaining === 0) this.faults = this.faults.filter((candidate) => candidate !== fault);
    this.change(fault, -1).catch((error: unknown) => {
      this.log.warn({ error: String(error) }, 'a used fault switch was not written down');
    });
    return { ...fault };
  }

  /** The fault that this request meets, if any. */
  takeForRequest(method: string, path: string): Fault | undefined {
    return this.take(
      (fault) =>
        isOneOf(REQUEST_FAULTS, fault.kind) &&
        (fault.method === null || fault.method === method) &&
        (fault.path === null || path.startsWith(fault.path)),
    );
  }

  /** The fault that this webhook meets on its first way, if any. */
  takeForWebhook(): Fault | undefined {
    return this.take((fault) => isOneOf(WEBHOOK_FAULTS, fault.kind));
  }
}

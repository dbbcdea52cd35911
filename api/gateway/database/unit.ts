import type pg from 'pg';
import { newId } from '../domain/ids.js';
import { rowsOf, sendAll } from './pool.js';
import type { EventRow } from './rows.js';
import type { Statement, Table } from './table.js';

/** Who asked. Things that happen by themselves have neither. */
export interface Origin {
  readonly request: string | null;
  readonly idempotencyKey: string | null;
  readonly apiVersion: string;
}

/** Anything on Stripe's wire. */
export interface WireObject {
  readonly object: string;
  readonly id?: string;
}

export type JobKind =
  | 'hold-expires'
  | 'debit-settles'
  | 'refund-settles'
  | 'refund-fails'
  | 'payout-settles'
  | 'transfer-arrives';

const EVENT_INSERT = `
  WITH occurred AS (
    INSERT INTO gateway.event (id, created, type, subject, data, request, idempotency_key, api_version)
    SELECT id, $1, type, subject, data, $6, $7, $8
      FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
        AS given (id, type, subject, data, place)
     ORDER BY place
    RETURNING id, type)
  INSERT INTO gateway.delivery (event, endpoint, due)
  SELECT occurred.id, endpoint.id, $1
    FROM occurred JOIN gateway.webhook_endpoint endpoint
      ON endpoint.status = 'enabled'
     AND (endpoint.enabled_events @> ARRAY['*'] OR occurred.type = ANY (endpoint.enabled_events))`;

/**
 * One transaction: it reads with locks, decides, and gathers what it will write, which then goes out in one
 * go together with the events that it caused.
 */
export class Unit {
  readonly now = new Date();
  private writes = new Map<string, Statement>();
  private occurred: Pick<EventRow, 'id' | 'type' | 'subject' | 'data'>[] = [];
  private jobs: Date[] = [];
  private emitted = 0;
  /** Whether something was written already: from then on only a rollback can undo it. */
  flushed = false;

  /**
   * @param claimed resolves once it is known that the work is to be done; what is read waits for it, but
   *   travels beside it
   */
  constructor(
    private readonly client: pg.ClientBase,
    readonly origin: Origin,
    readonly claimed: Promise<unknown>,
  ) {}

  async read<Row>(statement: Statement): Promise<Row[]> {
    const rows = rowsOf<Row>(this.client, statement);
    rows.catch(() => undefined);
    await this.claimed;
    return rows;
  }

  /** The row of an id, kept for this transaction; undefined when there is none. */
  async lock<Row extends { readonly id: string }>(table: Table<Row>, id: string): Promise<Row | undefined> {
    return (await this.read<Row>(table.byId(id, 'lock')))[0];
  }

  async find<Row extends { readonly id: string }>(table: Table<Row>, id: string): Promise<Row | undefined> {
    return (await this.read<Row>(table.byId(id)))[0];
  }

  /** Saves the row as it is now; saving it again later replaces this. */
  save<Row extends { readonly id: string }>(table: Table<Row>, row: Row): void {
    this.writes.set(`${table.name} ${row.id}`, table.save(row));
  }

  write(statement: Statement): void {
    this.writes.set(`statement ${this.writes.size}`, statement);
  }

  /** Records that something happened to an object, as it is now; webhooks follow from it. */
  emit(type: string, object: WireObject, previous?: Record<string, unknown>): void {
    const data = previous ? { object, previous_attributes: previous } : { object };
    this.emitted += 1;
    this.occurred.push({ id: newId('evt'), type, subject: object.id ?? '', data: JSON.stringify(data) });
  }

  /** Has something happen by itself. */
  later(kind: JobKind, subject: string, due: Date): void {
    this.jobs.push(due);
    this.write({
      name: 'due_job.add',
      text: 'INSERT INTO gateway.due_job (due, kind, subject) VALUES ($1, $2, $3)',
      values: [due, kind, subject],
    });
  }

  /** Forgets all that was to be written: the request ended in an error that leaves nothing behind. */
  discard(): void {
    this.writes.clear();
    this.occurred = [];
    this.jobs = [];
    this.emitted = 0;
  }

  /** How many events the transaction leaves behind. */
  get eventCount(): number {
    return this.emitted;
  }

  get dueDates(): readonly Date[] {
    return this.jobs;
  }

  private eventStatement(): Statement {
    const { request, idempotencyKey, apiVersion } = this.origin;
    const columns = (['id', 'type', 'subject', 'data'] as const).map((column) =>
      this.occurred.map((event) => event[column]),
    );
    return {
      name: 'event.add',
      text: EVENT_INSERT,
      values: [this.now, ...columns, request, idempotencyKey, apiVersion],
    };
  }

  /** Writes now what was gathered so far, so that it can be read back; it stays uncommitted. */
  async flush(): Promise<void> {
    await this.claimed;
    this.flushed = true;
    await sendAll(this.client, this.takeWrites());
  }

  /** All that is to be written, in order; asked for again it gives nothing twice. */
  takeWrites(): Statement[] {
    const statements = [...this.writes.values()];
    if (this.occurred.length > 0) statements.push(this.eventStatement());
    this.writes = new Map();
    this.occurred = [];
    return statements;
  }
}

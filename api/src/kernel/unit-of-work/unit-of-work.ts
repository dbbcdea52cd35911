import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, CommandContext } from '../access/actor.js';
import { Refusal } from '../errors/refusal.js';
import { claim, hashOf, replay, store } from './idempotency.js';
import { ReadTx } from './read-tx.js';
import { insertRefusals, type Refused } from './refusal-audit.js';
import { retrying, sqlState } from './retry.js';
import { enterAs, enteredAt, market, publicReader, type Tenant, tenantOf } from './tenant.js';
import { transact } from './transact.js';
import { Tx } from './tx.js';

export interface Command {
  /** `module.verb-phrase`; also the action in the audit log. */
  name: string;
  /**
   * own: row-level security of the actor. market: all rows, for a use case that checks ownership itself. practice: nothing
   * of the market can be seen, and what is refused there is not kept in its audit log.
   */
  scope: 'own' | 'market' | 'practice';
}

const lockNotAvailable = '55P03';

/**
 * The one write path (architecture §5). If the process dies before the commit nothing has happened; if it dies
 * after, the same key replays the stored result. There is no line in between.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` once for (actor, command, key). The same key with the same input replays the stored result; with
   * another input it is refused with `request.idempotency-key-reused`. A Refusal thrown by `work` rolls all back.
   */
  async run<I, R>(
    command: Command,
    context: CommandContext,
    input: I,
    work: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    const hash = hashOf(input);
    const opening = [enterAs(tenantFor(command, context.actor)), claim(command.name, context, hash)];
    return this.attempt(command, context, input, () =>
      transact(this.source, opening, async (run, [entered, fresh]) => {
        if (fresh?.length === 0) {
          return { result: (await replay(run, command.name, context, hash)) as R, closing: [] };
        }
        const tx = new Tx(run, enteredAt(entered), context, command.name);
        const result = await work(tx);
        return { result, closing: [tx.flush(), store(command.name, context, result)] };
      }),
    );
  }

  /**
   * One transaction of a job. It is judged anew each time the job runs, so there is no key to claim and nothing to replay:
   * that nothing happens twice rests on the rows' state under their locks, and towards the payment provider on keys made
   * of the row's id.
   */
  async step<R>(
    command: Command,
    context: CommandContext,
    input: unknown,
    work: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    const opening = [enterAs(tenantFor(command, context.actor))];
    return this.attempt(command, context, input, () =>
      transact(this.source, opening, async (run, [entered]) => {
        const tx = new Tx(run, enteredAt(entered), context, command.name);
        return { result: await work(tx), closing: [tx.flush()] };
      }),
    );
  }

  private async attempt<R>(
    command: Command,
    context: CommandContext,
    input: unknown,
    work: () => Promise<R>,
  ): Promise<R> {
    try {
      return await retrying(work);
    } catch (error) {
      if (error instanceof Refusal && command.scope !== 'practice')
        await this.auditRefusals(command.name, [{ context, refusal: error, input }]);
      if (sqlState(error) === lockNotAvailable) throw new Refusal('request.in-progress');
      throw error;
    }
  }

  /** A read-only transaction under the reader's row-level security; null is the public. */
  async read<R>(actor: Actor | null, work: (tx: ReadTx) => Promise<R>): Promise<R> {
    return this.readAs(actor === null ? publicReader : tenantOf(actor), work);
  }

  /** A read of the whole market, for aggregates that are published and for the worker. Never hand out its rows. */
  async readMarket<R>(work: (tx: ReadTx) => Promise<R>): Promise<R> {
    return this.readAs(market, work);
  }

  private readAs<R>(tenant: Tenant, work: (tx: ReadTx) => Promise<R>): Promise<R> {
    return transact(this.source, [enterAs(tenant)], async (run, [entered]) => ({
      result: await work(new ReadTx(run, enteredAt(entered))),
      closing: [],
    }));
  }

  /** Keeps what was refused outside any command: a door that stayed shut. One row each, in a transaction of its own. */
  async auditRefusals(command: string, refused: readonly Refused[]): Promise<void> {
    const runner = this.source.createQueryRunner();
    try {
      const { text, values } = insertRefusals(command, refused);
      await runner.query(text, values);
    } finally {
      await runner.release();
    }
  }
}

function tenantFor({ scope }: Command, actor: Actor): Tenant {
  if (scope === 'practice') return publicReader;
  return scope === 'market' ? market : tenantOf(actor);
}

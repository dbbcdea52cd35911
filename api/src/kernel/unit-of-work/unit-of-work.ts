import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor, CommandContext } from '../access/actor.js';
import { Refusal } from '../errors/refusal.js';
import { claim, hashOf, store } from './idempotency.js';
import { ReadTx } from './read-tx.js';
import { insertRefusals, type Refused } from './refusal-audit.js';
import { retrying, sqlState } from './retry.js';
import { enter, market, publicReader, type Tenant, tenantOf } from './tenant.js';
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
    return this.attempt(command, context, input, async (runner, now) => {
      const stored = await claim(runner, command.name, context, hash);
      if (stored !== undefined) return stored as R;
      const result = await this.perform(command, context, runner, now, work);
      await store(runner, command.name, context, result);
      return result;
    });
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
    return this.attempt(command, context, input, (runner, now) =>
      this.perform(command, context, runner, now, work),
    );
  }

  private async perform<R>(
    command: Command,
    context: CommandContext,
    runner: QueryRunner,
    now: Date,
    work: (tx: Tx) => Promise<R>,
  ): Promise<R> {
    const tx = new Tx(runner, now, context, command.name);
    const result = await work(tx);
    await tx.flush();
    return result;
  }

  private async attempt<R>(
    command: Command,
    context: CommandContext,
    input: unknown,
    work: (runner: QueryRunner, now: Date) => Promise<R>,
  ): Promise<R> {
    try {
      return await retrying(() => this.transaction(command, context.actor, work));
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

  private async readAs<R>(tenant: Tenant, work: (tx: ReadTx) => Promise<R>): Promise<R> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const now = await enter(runner, tenant);
      const result = await work(new ReadTx(runner, now));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async transaction<R>(
    command: Command,
    actor: Actor,
    work: (runner: QueryRunner, now: Date) => Promise<R>,
  ): Promise<R> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      const now = await enter(runner, tenantFor(command, actor));
      const result = await work(runner, now);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
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

import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config.js';
import { connectionOptions, type DatabaseRole } from './data-source.js';

export const DATABASE_ROLE = Symbol('DatabaseRole');

const connectionsMax = 6;

/** A look-up planned on tables that were empty then stays slow for as long as the connection lives (stack.md §9). */
const pinnedPlans = [
  '-c enable_seqscan=off',
  '-c enable_hashjoin=off',
  '-c enable_mergejoin=off',
  '-c plan_cache_mode=force_generic_plan',
];

/** Connections of the hot path: statements go out without waiting for each other, and their plans are pinned. */
@Injectable()
export class BatchConnections implements OnApplicationShutdown {
  private readonly log = new Logger('BatchConnections');
  private pool: pg.Pool | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE_ROLE) private readonly role: DatabaseRole,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  /** Lends a connection. One on which `work` failed is rolled back, or closed when even that fails. */
  async use<R>(work: (client: pg.PoolClient) => Promise<R>): Promise<R> {
    const client = await this.open().connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  }

  private open(): pg.Pool {
    if (this.pool) return this.pool;
    const options = connectionOptions(this.config.DATABASE_URL, this.role, connectionsMax);
    this.pool = new pg.Pool({
      ...options,
      options: [options.options, ...pinnedPlans].join(' '),
      pipeline: true,
    });
    this.pool.on('error', (error) => this.log.warn(`Lost an idle batch connection: ${error.message}`));
    return this.pool;
  }
}

import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config, readConfig } from './config.js';
import { BatchConnections, DATABASE_ROLE } from './database/batch-connections.js';
import { connect, type DatabaseRole } from './database/data-source.js';
import { BatchOfWork } from './unit-of-work/batch-of-work.js';
import { UnitOfWork } from './unit-of-work/unit-of-work.js';

/** What every module stands on: configuration, connection, the one write path. */
@Global()
@Module({})
export class KernelModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  static as(role: DatabaseRole) {
    return {
      module: KernelModule,
      providers: [
        { provide: CONFIG, useFactory: () => readConfig() },
        { provide: DATABASE_ROLE, useValue: role },
        {
          provide: DataSource,
          inject: [CONFIG],
          useFactory: (config: Config) => connect(config, role),
        },
        BatchConnections,
        BatchOfWork,
        UnitOfWork,
      ],
      exports: [CONFIG, BatchOfWork, UnitOfWork, DataSource],
    };
  }
}

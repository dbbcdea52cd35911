import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, readConfig } from './config.js';
import { BatchConnections, DATABASE_ROLE } from './database/batch-connections.js';
import { createDataSource, type DatabaseRole } from './database/data-source.js';
import { BatchOfWork } from './unit-of-work/batch-of-work.js';
import { UnitOfWork } from './unit-of-work/unit-of-work.js';

/** What every module stands on: configuration, connection, the one write path. */
@Global()
@Module({})
export class KernelModule {
  static as(role: DatabaseRole) {
    return {
      module: KernelModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => {
            const config = readConfig();
            return {
              ...createDataSource(config.DATABASE_URL, role, config.DATABASE_POOL).options,
              retryAttempts: 3,
            };
          },
        }),
      ],
      providers: [
        { provide: CONFIG, useFactory: () => readConfig() },
        { provide: DATABASE_ROLE, useValue: role },
        BatchConnections,
        BatchOfWork,
        UnitOfWork,
      ],
      exports: [CONFIG, BatchOfWork, UnitOfWork, TypeOrmModule],
    };
  }
}

import { Module } from '@nestjs/common';
import type { DatabaseRole } from './kernel/database/data-source.js';
import { KernelModule } from './kernel/kernel.module.js';
import { coreModules } from './modules/core-modules.js';

/** Every module without http: the worker's only door. */
@Module({})
export class CoreModule {
  static as(role: DatabaseRole) {
    return {
      module: CoreModule,
      imports: [KernelModule.as(role), ...coreModules],
      exports: [...coreModules],
    };
  }
}

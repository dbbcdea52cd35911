import { Module } from '@nestjs/common';
import { CoreModule } from './core.module.js';
import { KernelHttpModule } from './kernel/http/kernel-http.module.js';
import { httpModules } from './modules/http-modules.js';

/** Core plus http. */
@Module({ imports: [CoreModule.as('muheng_api'), KernelHttpModule, ...httpModules] })
export class AppModule {}

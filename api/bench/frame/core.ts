import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { CoreModule } from '../../src/core.module.js';
import { type CommandContext, systemActor } from '../../src/kernel/access/actor.js';

/** The use cases of a market without servers, in this process; the caller closes it. */
export async function openCore(databaseUrl: string): Promise<INestApplicationContext> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL: '4', MUHENG_MODE: 'live' });
  return NestFactory.createApplicationContext(CoreModule.as('muheng_api'), {
    logger: ['error'],
    abortOnError: false,
  });
}

export const bySystem = (): CommandContext => ({ actor: systemActor, key: uuidv7(), requestId: 'bench' });

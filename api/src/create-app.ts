import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Config, readConfig } from './kernel/config.js';
import { createAdapter, dressServer } from './kernel/http/http-server.js';
import { serveDocs } from './kernel/http/openapi.js';
import { jsonLog } from './kernel/log/json-log.js';

/** The api, dressed and ready to listen or to be asked by supertest. */
export async function createApp(config: Config = readConfig()): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, createAdapter(config), {
    logger: jsonLog('api', config.LOG_LEVEL),
    rawBody: true,
    abortOnError: false,
  });
  await dressServer(app, config);
  serveDocs(app);
  app.enableShutdownHooks();
  return app;
}

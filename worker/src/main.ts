import 'reflect-metadata';
import { CoreModule, gate, jsonLog, readConfig } from '@muheng/api/core';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MarketWorker } from './market-worker.js';
import { readWorkerConfig } from './worker-config.js';

/** A job that does not end is given up; another worker takes it over when its lock runs out. */
const stopPatienceMs = 25_000;

/** A function, since the bundle is a script: those cannot wait at their top level. */
async function main(): Promise<void> {
  const config = readConfig();
  const settings = readWorkerConfig();
  await gate();
  await MarketWorker.prepare(config);
  const core = await NestFactory.createApplicationContext(CoreModule.as('muheng_worker'), {
    logger: jsonLog('worker', config.LOG_LEVEL),
    abortOnError: false,
  });
  const worker = new MarketWorker(core, settings);
  await worker.start();
  const log = new Logger('Worker');
  log.log('The worker has started.');

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.log(`${signal}: ending the jobs in hand.`);
    setTimeout(() => process.exit(1), stopPatienceMs).unref();
    await worker.stop();
    await core.close();
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

void main();

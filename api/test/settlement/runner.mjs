// A worker that may be killed: does what is due, again and again, until its parent ends it or a failpoint does.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import * as core from '../../dist/src/core.js';
import { drain } from './dispatch.mjs';

const app = await NestFactory.createApplicationContext(core.CoreModule.as('muheng_worker'), {
  logger: ['error'],
});
process.stdout.write('ready\n');
for (;;) {
  await drain(core, app);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

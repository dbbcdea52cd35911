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
  // Making the four papers of a trade takes longer than all the rest of it: only where they matter.
  await drain(core, app, { withPapers: process.env['PAPERS'] !== 'off' });
  await new Promise((resolve) => setTimeout(resolve, 20));
}

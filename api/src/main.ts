import 'reflect-metadata';
import { createApp } from './create-app.js';
import { readConfig } from './kernel/config.js';
import { gate } from './kernel/gate.js';

/** A function, since the bundle is a script: those cannot wait at their top level. */
async function main(): Promise<void> {
  const config = readConfig();
  await gate();
  const app = await createApp(config);
  await app.listen({ host: config.HOST, port: config.PORT });
}

void main();

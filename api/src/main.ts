import 'reflect-metadata';
import { createApp } from './create-app.js';
import { readConfig } from './kernel/config.js';

const config = readConfig();
const app = await createApp(config);
await app.listen({ host: config.HOST, port: config.PORT });

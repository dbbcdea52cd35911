import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { DelegationsController } from './delegations.controller.js';
import { PartiesController } from './parties.controller.js';
import { SessionController } from './session.controller.js';

/** Tries at a sign-in per address and minute; the memory store keeps one array a key, so the limit stays small. */
const triesPerMinute = 20;

@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        throttlers: [{ ttl: 60_000, limit: triesPerMinute }],
        skipIf: () => config.RATE_LIMIT === 'off',
      }),
    }),
  ],
  controllers: [SessionController, PartiesController, DelegationsController],
})
export class PartiesHttpModule {}

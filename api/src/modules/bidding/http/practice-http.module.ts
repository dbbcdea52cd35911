import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { BiddingModule } from '../bidding.module.js';
import { PracticeController } from './practice.controller.js';

const minuteMs = 60_000;
/** From one address, for each of its doors: a class that practises together behind one address fits in. */
const callsAMinute = 240;

@Module({
  imports: [
    BiddingModule,
    ThrottlerModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        throttlers: [{ ttl: minuteMs, limit: callsAMinute }],
        skipIf: () => config.RATE_LIMIT === 'off',
      }),
    }),
  ],
  controllers: [PracticeController],
})
export class PracticeHttpModule {}

import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { SettlementModule } from '../settlement.module.js';
import { PaperBatchesController } from './paper-batches.controller.js';
import { PublicationController } from './publication.controller.js';
import { RunnerUpController } from './runner-up.controller.js';
import { TradesController } from './trades.controller.js';

const minuteMs = 60_000;
const verificationsAMinute = 60;

@Module({
  imports: [
    SettlementModule,
    ThrottlerModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        throttlers: [{ ttl: minuteMs, limit: verificationsAMinute }],
        skipIf: () => config.RATE_LIMIT === 'off',
      }),
    }),
  ],
  controllers: [TradesController, PaperBatchesController, PublicationController, RunnerUpController],
})
export class SettlementHttpModule {}

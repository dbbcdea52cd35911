import { Module } from '@nestjs/common';
import { KernelHttpModule } from '../../../kernel/http/kernel-http.module.js';
import { PaymentsModule } from '../payments.module.js';
import { MoneyController } from './money.controller.js';
import { PaymentsController } from './payments.controller.js';
import { PayoutsController } from './payouts.controller.js';
import { StatementsController } from './statements.controller.js';
import { WalletController } from './wallet.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [PaymentsModule, KernelHttpModule],
  controllers: [
    MoneyController,
    PaymentsController,
    PayoutsController,
    StatementsController,
    WalletController,
    WebhooksController,
  ],
})
export class PaymentsHttpModule {}

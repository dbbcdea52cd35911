import { Controller, Headers, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { webhookReceipt } from '@muheng/contracts/payments';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../../kernel/access/access.decorator.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Metrics } from '../../../kernel/http/metrics.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ReceiveWebhook } from '../application/receive-webhook.use-case.js';

/** Where the payment provider reports. Its signature is the sign-in. */
@ApiTags('payments')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly receiveWebhook: ReceiveWebhook,
    private readonly metrics: Metrics,
  ) {}

  @Post('stripe')
  @Access('public')
  @Responds(webhookReceipt)
  async stripe(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('stripe-signature') signature: string | undefined,
  ) {
    try {
      await this.receiveWebhook.execute(request.rawBody ?? Buffer.alloc(0), signature ?? '', request.id);
    } catch (error) {
      if (error instanceof Refusal) this.metrics.refusedWebhooks.inc({ code: error.code });
      throw error;
    }
    return { received: true };
  }
}

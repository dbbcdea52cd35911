import { Injectable } from '@nestjs/common';
import { PaymentProvider } from './payment-provider.js';

/** The bank's word on how much of the market's money it holds, for reconciliation. */
@Injectable()
export class BankBalance {
  constructor(private readonly provider: PaymentProvider) {}

  /** 分; null when the provider gives no answer. */
  async read(): Promise<bigint | null> {
    const answered = await this.provider.balance();
    return answered.kind === 'answer' ? answered.value : null;
  }
}

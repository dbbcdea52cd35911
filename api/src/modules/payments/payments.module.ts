import { Module } from '@nestjs/common';
import { QuotaBankModule } from '../quota-bank/quota-bank.module.js';
import { BankBalance } from './application/bank-balance.query.js';
import { ConfirmPayment } from './application/confirm-payment.use-case.js';
import { FundPayment } from './application/fund-payment.use-case.js';
import { ImportBankStatement } from './application/import-bank-statement.use-case.js';
import { NameBeneficiaries } from './application/name-beneficiaries.use-case.js';
import { PartyMoneyQuery } from './application/party-money.query.js';
import { PaymentProvider } from './application/payment-provider.js';
import { PaymentQueries } from './application/payment.queries.js';
import { PaymentSubject } from './application/payment-subject.query.js';
import { ReadProviderStatement } from './application/read-provider-statement.use-case.js';
import { ReceiveWebhook } from './application/receive-webhook.use-case.js';
import { RecordPaymentAnswer } from './application/record-payment-answer.use-case.js';
import { ReleasePayout } from './application/release-payout.use-case.js';
import { StatementStanding } from './application/statement-standing.query.js';
import { SubmitPayment } from './application/submit-payment.use-case.js';
import { SubmitPayout } from './application/submit-payout.use-case.js';
import { SubmitRefund } from './application/submit-refund.use-case.js';
import { TopUpWallet } from './application/wallet/top-up-wallet.use-case.js';
import { WalletQueries } from './application/wallet/wallet.queries.js';
import { WithdrawFromWallet } from './application/wallet/withdraw-from-wallet.use-case.js';

const useCases = [
  BankBalance,
  ConfirmPayment,
  FundPayment,
  ImportBankStatement,
  NameBeneficiaries,
  PartyMoneyQuery,
  PaymentQueries,
  PaymentSubject,
  ReadProviderStatement,
  ReceiveWebhook,
  ReleasePayout,
  StatementStanding,
  SubmitPayment,
  SubmitPayout,
  SubmitRefund,
  TopUpWallet,
  WalletQueries,
  WithdrawFromWallet,
];

/** Money in and out through the provider, for whichever module asks. */
@Module({
  imports: [QuotaBankModule],
  providers: [PaymentProvider, RecordPaymentAnswer, ...useCases],
  exports: [...useCases],
})
export class PaymentsModule {}

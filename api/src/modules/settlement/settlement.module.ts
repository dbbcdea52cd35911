import { Module } from '@nestjs/common';
import { PaymentsModule } from '../payments/payments.module.js';
import { QuotaBankModule } from '../quota-bank/quota-bank.module.js';
import { AdvanceTrade } from './application/advance-trade.use-case.js';
import { AwardTrade } from './application/award-trade.use-case.js';
import { CertificateDocument } from './application/certificate-document.query.js';
import { Printer } from './application/certificate-pdf/printer.js';
import { ConfirmTrade } from './application/confirm-trade.use-case.js';
import { LapseTrade } from './application/lapse-trade.use-case.js';
import { NoteRefund } from './application/note-refund.use-case.js';
import { PaperBatches } from './application/papers/paper-batches.use-case.js';
import { PaperQueries } from './application/papers/paper.queries.js';
import { RenderPapers } from './application/papers/render-papers.use-case.js';
import { PayTrade } from './application/pay-trade.use-case.js';
import { RenderCertificate } from './application/render-certificate.use-case.js';
import { ResultQueries } from './application/result.queries.js';
import { RunnerUpOffers } from './application/runner-up/runner-up-offers.use-case.js';
import { SignTrade } from './application/sign-trade.use-case.js';
import { TradeQueries } from './application/trade.queries.js';
import { VerifyCertificate } from './application/verify-certificate.query.js';

const useCases = [
  AdvanceTrade,
  AwardTrade,
  CertificateDocument,
  ConfirmTrade,
  LapseTrade,
  NoteRefund,
  PaperBatches,
  PaperQueries,
  PayTrade,
  RenderCertificate,
  RenderPapers,
  ResultQueries,
  RunnerUpOffers,
  SignTrade,
  TradeQueries,
  VerifyCertificate,
];

/** From the award to the certificate and the proceeds. */
@Module({
  imports: [PaymentsModule, QuotaBankModule],
  providers: [...useCases, Printer],
  exports: [...useCases, Printer],
})
export class SettlementModule {}

import { Module } from '@nestjs/common';
import { ListingsModule } from '../listings/listings.module.js';
import { QuotaBankModule } from '../quota-bank/quota-bank.module.js';
import { AcceptCeiling } from './application/accept-ceiling.use-case.js';
import { Buy } from './application/buy.use-case.js';
import { OpenSeals } from './application/sealed/open-seals.use-case.js';
import { SealBid } from './application/sealed/seal-bid.use-case.js';
import { SealedQueries } from './application/sealed/sealed.queries.js';
import { BiddingQueries } from './application/bidding.queries.js';
import { CloseAuction } from './application/close-auction.use-case.js';
import { ConfirmDeposit } from './application/confirm-deposit.use-case.js';
import { CoverRegistration } from './application/cover-registration.use-case.js';
import { KeepFloor } from './application/keep-floor.use-case.js';
import { LeaveLimit } from './application/leave-limit.use-case.js';
import { LiveLogQueries } from './application/live-log.queries.js';
import { PlaceBid } from './application/place-bid.use-case.js';
import { EnterPractice } from './application/practice/enter-practice.use-case.js';
import { PlayPractice } from './application/practice/play-practice.use-case.js';
import { PracticeQueries } from './application/practice/practice.queries.js';
import { CertifyOffer } from './application/purchase/certify-offer.use-case.js';
import { OfferToSell } from './application/purchase/offer-to-sell.use-case.js';
import { ReleaseOffers } from './application/purchase/release-offers.use-case.js';
import { RegisterBidder } from './application/register-bidder.use-case.js';
import { ReplayQueries } from './application/replay/replay.queries.js';
import { StartTimedBidding } from './application/start-timed-bidding.use-case.js';

const useCases = [
  RegisterBidder,
  ConfirmDeposit,
  CoverRegistration,
  KeepFloor,
  PlaceBid,
  AcceptCeiling,
  LeaveLimit,
  Buy,
  CertifyOffer,
  OfferToSell,
  ReleaseOffers,
  SealBid,
  OpenSeals,
  SealedQueries,
  StartTimedBidding,
  CloseAuction,
  BiddingQueries,
  EnterPractice,
  PlayPractice,
  PracticeQueries,
  LiveLogQueries,
  ReplayQueries,
];

/** The auction forms and the live room (domain §11). */
@Module({ imports: [QuotaBankModule, ListingsModule], providers: useCases, exports: useCases })
export class BiddingModule {}

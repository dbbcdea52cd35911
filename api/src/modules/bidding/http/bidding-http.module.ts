import { Module } from '@nestjs/common';
import { KernelHttpModule } from '../../../kernel/http/kernel-http.module.js';
import { BiddingModule } from '../bidding.module.js';
import { BiddingController } from './bidding.controller.js';
import { FloorWatch } from './floor-watch.js';
import { Heartbeat } from './live/heartbeat.js';
import { ListingHub } from './live/listing-hub.js';
import { LiveStream } from './live/live-stream.js';
import { StreamGuard } from './live/stream.guard.js';
import { PurchaseController } from './purchase.controller.js';
import { ReplayController } from './replay.controller.js';
import { SealedController } from './sealed.controller.js';
import { StreamController } from './stream.controller.js';

@Module({
  imports: [BiddingModule, KernelHttpModule],
  controllers: [BiddingController, PurchaseController, ReplayController, SealedController, StreamController],
  providers: [FloorWatch, ListingHub, Heartbeat, LiveStream, StreamGuard],
})
export class BiddingHttpModule {}

import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from '../access/access.guard.js';
import { RoutePolicies } from '../access/route-policies.js';
import { LiveFeed } from '../live/live-feed.js';
import { ClockController } from './clock.controller.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

/** The kernel's own doors, and the guard that stands before everyone's. */
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, ClockController],
  providers: [
    Metrics,
    LiveFeed,
    RoutePolicies,
    AccessGuard,
    { provide: APP_GUARD, useExisting: AccessGuard },
  ],
  exports: [LiveFeed, Metrics, RoutePolicies],
})
export class KernelHttpModule {}

import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import type { QuotaKind } from '@muheng/contracts/common/component';
import { partyCode, quotaKind } from '@muheng/contracts/common/schema';
import {
  countyFirstCheck,
  countyFirstCheckInput,
  countyFirstDetail,
  countyFirstQuery,
  countyPositions,
} from '@muheng/contracts/quota-bank';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Responds } from '../../../kernel/http/responds.js';
import { CountyFirstQueries } from '../application/county-first.queries.js';

/** The rule that a county sells only what is truly surplus, with its numbers (domain §8). */
@ApiTags('quota-bank')
@Controller('api/v1/county-first')
export class CountyFirstController {
  constructor(private readonly queries: CountyFirstQueries) {}

  @Get()
  @Access('public')
  @Header('cache-control', 'public, max-age=5')
  @Responds(countyPositions)
  async positions(@Query({ schema: countyFirstQuery }) query: z.output<typeof countyFirstQuery>) {
    return this.queries.positions(query.quota);
  }

  @Get(':countyCode/:quota')
  @Access('signed-in')
  @Responds(countyFirstDetail)
  async detail(
    @SignedInActor() actor: Actor,
    @Param('countyCode', { schema: partyCode }) code: string,
    @Param('quota', { schema: quotaKind }) quota: QuotaKind,
  ) {
    return this.queries.detail(actor, code, quota);
  }

  /** Changes nothing, so it needs no idempotency key. */
  @Post('checks')
  @Access({ roles: ['maker', 'checker', 'approver'], kinds: ['county', 'zone'] })
  @Responds(countyFirstCheck)
  async check(
    @SignedInActor() actor: Actor,
    @Body({ schema: countyFirstCheckInput }) body: z.output<typeof countyFirstCheckInput>,
  ) {
    return this.queries.check(actor, body);
  }
}

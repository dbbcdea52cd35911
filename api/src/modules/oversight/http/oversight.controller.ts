import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { cockpit, cockpitQuery } from '@muheng/contracts/cockpit';
import { id } from '@muheng/contracts/common/schema';
import {
  alert,
  alertPage,
  alertQuery,
  decideAlertInput,
  marketSummary,
  marketSummaryQuery,
  overview,
  overviewQuery,
} from '@muheng/contracts/oversight';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { AlertQueries } from '../application/alert.queries.js';
import { CockpitQueries } from '../application/cockpit.queries.js';
import { DecideAlert } from '../application/decide-alert.use-case.js';
import { MarketSummaryQueries } from '../application/market-summary.queries.js';
import { OverviewQueries } from '../application/overview.queries.js';

const watchers = { roles: ['regulator', 'auditor', 'approver', 'finance'] } as const;

/** Figures for everyone, the cockpit and the alerts for those who watch. */
@ApiTags('oversight')
@Controller('api/v1')
export class OversightController {
  constructor(
    private readonly summaries: MarketSummaryQueries,
    private readonly overviews: OverviewQueries,
    private readonly cockpits: CockpitQueries,
    private readonly alerts: AlertQueries,
    private readonly decideAlert: DecideAlert,
  ) {}

  @Get('market/summary')
  @Access('public')
  @Header('cache-control', 'public, max-age=2')
  @Responds(marketSummary)
  async summary(@Query({ schema: marketSummaryQuery }) query: z.output<typeof marketSummaryQuery>) {
    return this.summaries.summary(query.quota);
  }

  @Get('overview')
  @Access({ ...watchers, kinds: ['region-department', 'region-government', 'region-finance', 'city'] })
  @Responds(overview)
  async overview(
    @SignedInActor() actor: Actor,
    @Query({ schema: overviewQuery }) query: z.output<typeof overviewQuery>,
  ) {
    return this.overviews.overview(actor, query);
  }

  @Get('cockpit')
  @Access({ ...watchers, kinds: ['region-department', 'region-government', 'region-finance', 'city'] })
  @Responds(cockpit)
  async cockpit(
    @SignedInActor() actor: Actor,
    @Query({ schema: cockpitQuery }) query: z.output<typeof cockpitQuery>,
  ) {
    return this.cockpits.cockpit(actor, query);
  }

  @Get('alerts')
  @Access('signed-in')
  @Responds(alertPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: alertQuery }) query: z.output<typeof alertQuery>,
  ) {
    return this.alerts.list(actor, query);
  }

  @Post('alerts/:id/decisions')
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(alert)
  async decide(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) alertId: string,
    @Body({ schema: decideAlertInput }) body: z.output<typeof decideAlertInput>,
  ) {
    return this.decideAlert.execute(context, alertId, body);
  }
}

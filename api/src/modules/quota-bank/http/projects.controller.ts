import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { id, partyCode } from '@muheng/contracts/common/schema';
import {
  bankProjectInput,
  lotDetail,
  lotPage,
  lotQuery,
  partyAccounts,
  projectDetail,
  projectPage,
  projectQuery,
} from '@muheng/contracts/quota-bank';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { BankProject } from '../application/bank-project.use-case.js';
import { LotQueries } from '../application/lot.queries.js';

const projectNumber = z.string().min(1).max(60);

/** Origin projects, the lots that they gave, and who holds what. */
@ApiTags('quota-bank')
@Controller('api/v1')
export class ProjectsController {
  constructor(
    private readonly bankProject: BankProject,
    private readonly lots: LotQueries,
  ) {}

  @Post('projects')
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(projectDetail, 201)
  async bank(
    @CurrentContext() context: CommandContext,
    @Body({ schema: bankProjectInput }) body: z.output<typeof bankProjectInput>,
  ) {
    return this.bankProject.execute(context, body);
  }

  @Get('projects')
  @Access('signed-in')
  @Responds(projectPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: projectQuery }) query: z.output<typeof projectQuery>,
  ) {
    return this.lots.projects(actor, query);
  }

  @Get('projects/:number')
  @Access('signed-in')
  @Responds(projectDetail)
  async one(@SignedInActor() actor: Actor, @Param('number', { schema: projectNumber }) number: string) {
    return this.lots.project(actor, number);
  }

  @Get('lots')
  @Access('signed-in')
  @Responds(lotPage)
  async listLots(
    @SignedInActor() actor: Actor,
    @Query({ schema: lotQuery }) query: z.output<typeof lotQuery>,
  ) {
    return this.lots.lots(actor, query);
  }

  @Get('lots/:id')
  @Access('signed-in')
  @Responds(lotDetail)
  async oneLot(@SignedInActor() actor: Actor, @Param('id', { schema: id }) lotId: string) {
    return this.lots.lot(actor, lotId);
  }

  @Get('accounts/:partyCode')
  @Access('signed-in')
  @Responds(partyAccounts)
  async accounts(@SignedInActor() actor: Actor, @Param('partyCode', { schema: partyCode }) code: string) {
    return this.lots.accounts(actor, code);
  }
}

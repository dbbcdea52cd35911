import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import { delegateInput, delegations } from '@muheng/contracts/lanes';
import { done } from '@muheng/contracts/parties';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { Delegate } from '../application/delegate.use-case.js';

const approvers = {
  roles: ['approver'],
  kinds: ['city', 'region-department', 'region-government'],
} as const;

/** Signatures in other hands. */
@ApiTags('parties')
@Controller('api/v1')
export class DelegationsController {
  constructor(private readonly delegate: Delegate) {}

  @Get('delegations')
  @Access(approvers)
  @Responds(delegations)
  async list(@SignedInActor() actor: Actor) {
    return this.delegate.list(actor);
  }

  @Post('delegations')
  @Access(approvers)
  @Idempotent()
  @Responds(done, 201)
  async give(
    @CurrentContext() context: CommandContext,
    @Body({ schema: delegateInput }) body: z.output<typeof delegateInput>,
  ) {
    return this.delegate.give(context, body);
  }

  @Delete('delegations/:id')
  @Access(approvers)
  @Idempotent()
  @Responds(done)
  async end(@CurrentContext() context: CommandContext, @Param('id', { schema: id }) delegationId: string) {
    return this.delegate.end(context, delegationId);
  }
}

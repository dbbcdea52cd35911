import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  decidePolicyInput,
  draftPolicyInput,
  policyTrial,
  policyVersion,
  policyVersions,
} from '@muheng/contracts/policy-studio';
import { policyInForce } from '@muheng/contracts/listings';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PolicyStudio } from '../application/policy-studio.use-case.js';
import { PolicyQuery } from '../application/policy.query.js';

const watchers = {
  roles: ['regulator', 'auditor', 'approver'],
  kinds: ['region-department', 'region-government'],
} as const;
const region = { roles: ['regulator'], kinds: ['region-department'] } as const;

/** The rules of the market as numbers: public, like the notices that quote them. */
@ApiTags('listings')
@Controller('api/v1/policy')
export class PolicyController {
  constructor(
    private readonly policies: PolicyQuery,
    private readonly studio: PolicyStudio,
  ) {}

  @Get()
  @Access('public')
  @Responds(policyInForce)
  async inForce() {
    return this.policies.inForce();
  }

  @Get('versions')
  @Access(watchers)
  @Responds(policyVersions)
  async versions(@SignedInActor() actor: Actor) {
    return this.studio.list(actor);
  }

  @Post('versions')
  @Access(region)
  @Idempotent()
  @Responds(policyVersion, 201)
  async draft(
    @CurrentContext() context: CommandContext,
    @Body({ schema: draftPolicyInput }) body: z.output<typeof draftPolicyInput>,
  ) {
    return this.studio.draft(context, body);
  }

  @Get('versions/:id/trial')
  @Access(watchers)
  @Responds(policyTrial)
  async trial(@SignedInActor() actor: Actor, @Param('id', { schema: id }) versionId: string) {
    return this.studio.trial(actor, versionId);
  }

  @Post('versions/:id/decision')
  @Access(region)
  @Idempotent()
  @Responds(policyVersion)
  async decide(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) versionId: string,
    @Body({ schema: decidePolicyInput }) body: z.output<typeof decidePolicyInput>,
  ) {
    return this.studio.decide(context, versionId, body);
  }
}

import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  caseFile,
  caseNoteInput,
  patchInput,
  patchNoted,
  surveillanceSettings,
  takeCaseInput,
  tuneInput,
} from '@muheng/contracts/surveillance';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { KeepCase } from '../application/keep-case.use-case.js';

const watchers = {
  roles: ['regulator', 'auditor', 'approver'],
  kinds: ['region-department', 'region-government', 'city'],
} as const;
const region = { roles: ['regulator'], kinds: ['region-department'] } as const;

/** Case files, the detectors' settings, and patches seen from above. */
@ApiTags('oversight')
@Controller('api/v1')
export class SurveillanceController {
  constructor(private readonly cases: KeepCase) {}

  @Get('alerts/:id/case')
  @Access(watchers)
  @Responds(caseFile)
  async read(@SignedInActor() actor: Actor, @Param('id', { schema: id }) alertId: string) {
    return this.cases.read(actor, alertId);
  }

  @Post('alerts/:id/owner')
  @Access(watchers)
  @Idempotent()
  @Responds(caseFile)
  async take(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) alertId: string,
    @Body({ schema: takeCaseInput }) _body: z.output<typeof takeCaseInput>,
  ) {
    return this.cases.take(context, alertId);
  }

  @Post('alerts/:id/notes')
  @Access(watchers)
  @Idempotent()
  @Responds(caseFile)
  async note(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) alertId: string,
    @Body({ schema: caseNoteInput }) body: z.output<typeof caseNoteInput>,
  ) {
    return this.cases.note(context, alertId, body.body);
  }

  @Post('satellite-patches')
  @Access(region)
  @Idempotent()
  @Responds(patchNoted, 201)
  async patch(
    @CurrentContext() context: CommandContext,
    @Body({ schema: patchInput }) body: z.output<typeof patchInput>,
  ) {
    return this.cases.patch(context, body);
  }

  @Get('surveillance/settings')
  @Access(watchers)
  @Responds(surveillanceSettings)
  async settings() {
    return this.cases.settings();
  }

  @Put('surveillance/settings')
  @Access(region)
  @Idempotent()
  @Responds(surveillanceSettings)
  async tune(
    @CurrentContext() context: CommandContext,
    @Body({ schema: tuneInput }) body: z.output<typeof tuneInput>,
  ) {
    return this.cases.tune(context, body);
  }
}

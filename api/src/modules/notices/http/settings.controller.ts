import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { confirmEmailInput, settings, settingsInput } from '@muheng/contracts/notices';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PersonalSettings } from '../application/personal-settings.use-case.js';

/** What a person chooses for themselves. */
@ApiTags('notices')
@Controller('api/v1/settings')
export class SettingsController {
  constructor(private readonly personal: PersonalSettings) {}

  @Get()
  @Access('signed-in')
  @Responds(settings)
  async read(@SignedInActor() actor: Actor) {
    return this.personal.of(actor);
  }

  @Put()
  @Access('signed-in')
  @Idempotent()
  @Responds(settings)
  async change(
    @CurrentContext() context: CommandContext,
    @Body({ schema: settingsInput }) body: z.output<typeof settingsInput>,
  ) {
    return this.personal.change(context, body);
  }

  @Post('email-confirmation')
  @Access('signed-in')
  @Idempotent()
  @Responds(settings)
  async confirm(
    @CurrentContext() context: CommandContext,
    @Body({ schema: confirmEmailInput }) body: z.output<typeof confirmEmailInput>,
  ) {
    return this.personal.confirm(context, body.code);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { suspensionPage, suspensionQuery } from '@muheng/contracts/suspensions';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../../kernel/access/access.decorator.js';
import { Responds } from '../../../kernel/http/responds.js';
import { SuspensionQueries } from '../application/suspension.queries.js';

/** Who may not trade. */
@ApiTags('oversight')
@Controller('api/v1/suspensions')
export class SuspensionsController {
  constructor(private readonly suspensions: SuspensionQueries) {}

  @Get()
  @Access('public')
  @Responds(suspensionPage)
  async list(@Query({ schema: suspensionQuery }) query: z.output<typeof suspensionQuery>) {
    return this.suspensions.list(query);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { clearing, clearingInput } from '@muheng/contracts/planner';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../../kernel/access/access.decorator.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ClearOnPaper } from '../application/clear-on-paper.query.js';

/** Market clearing on paper: a study for the regulator, never an order. */
@ApiTags('planner')
@Controller('api/v1')
export class ClearingController {
  constructor(private readonly clearing: ClearOnPaper) {}

  @Get('clearing')
  @Access({ roles: ['regulator', 'auditor'], kinds: ['region-department'] })
  @Responds(clearing)
  async study(@Query({ schema: clearingInput }) query: z.output<typeof clearingInput>) {
    return this.clearing.execute(query.quota);
  }
}

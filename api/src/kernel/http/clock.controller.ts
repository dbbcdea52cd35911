import { Controller, Get, Header } from '@nestjs/common';
import { clockResponse } from '@muheng/contracts/clock';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../access/access.decorator.js';
import { UnitOfWork } from '../unit-of-work/unit-of-work.js';

/** Market time, for the countdowns of every page. */
@ApiTags('clock')
@Controller('api/v1/clock')
export class ClockController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Access('public')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: clockResponse })
  async now(): Promise<{ now: string }> {
    return this.unitOfWork.read(null, async (tx) => ({ now: tx.now.toISOString() }));
  }
}

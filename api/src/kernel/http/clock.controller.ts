import { Controller, Get, Header, Inject } from '@nestjs/common';
import { clockResponse } from '@muheng/contracts/clock';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../access/access.decorator.js';
import { CONFIG, type Config } from '../config.js';
import { Responds } from './responds.js';
import { UnitOfWork } from '../unit-of-work/unit-of-work.js';

interface World {
  state: 'filling' | 'done';
  done: number;
  total: number;
}

/** Market time, for the countdowns of every page. */
@ApiTags('clock')
@Controller('api/v1/clock')
export class ClockController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Access('public')
  @Header('cache-control', 'no-store')
  @Responds(clockResponse)
  async now(): Promise<z.input<typeof clockResponse>> {
    return this.unitOfWork.read(null, async (tx) => {
      const [world] = await tx.query<{ value: World }>(
        `select value from market_setting where key = 'demo-world'`,
      );
      const filling =
        world?.value.state === 'filling' ? { done: world.value.done, total: world.value.total } : null;
      return { now: tx.now.toISOString(), mode: this.config.MUHENG_MODE, filling };
    });
  }
}

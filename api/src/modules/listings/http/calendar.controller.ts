import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { calendarQuery, calendarYear, setDaysInput } from '@muheng/contracts/working-days';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { KeepCalendar } from '../application/keep-calendar.use-case.js';

/** Which days work: public, for every deadline in working days rests on it. */
@ApiTags('listings')
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(private readonly calendar: KeepCalendar) {}

  @Get()
  @Access('public')
  @Responds(calendarYear)
  async year(@Query({ schema: calendarQuery }) { year }: z.output<typeof calendarQuery>) {
    return this.calendar.year(year);
  }

  @Put()
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(calendarYear)
  async set(
    @CurrentContext() context: CommandContext,
    @Body({ schema: setDaysInput }) body: z.output<typeof setDaysInput>,
  ) {
    return this.calendar.set(context, body);
  }
}

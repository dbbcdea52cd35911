import { Injectable } from '@nestjs/common';
import { daysBetween, shanghaiDay } from '@muheng/contracts/common/calendar';
import type { calendarYear, setDaysInput } from '@muheng/contracts/working-days';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listDays, setDays } from '../persistence/calendar.repository.js';

type View = z.input<typeof calendarYear>;
/** The longest holiday that anybody has announced is nine days; a month is a slip of the hand. */
const daysMax = 31;

/** The region keeps the working-day calendar when next year's holidays are announced. What is due already stays so. */
@Injectable()
export class KeepCalendar {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async year(year: number): Promise<View> {
    return this.unitOfWork.read(null, async (tx) => ({ year, items: await listDays(tx, year) }));
  }

  /** Throws `calendar.day-past`, `calendar.range`. Setting a day again replaces it. */
  async set(context: CommandContext, input: z.output<typeof setDaysInput>): Promise<View> {
    const command = { name: 'listings.set-days', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const { from, to, working, note } = input;
      if (from <= shanghaiDay(await tx.marketTime()))
        throw new Refusal('calendar.day-past', { params: { day: from }, pointer: '/from' });
      const count = daysBetween(from, to) + 1;
      if (count < 1 || count > daysMax)
        throw new Refusal('calendar.range', { params: { most: daysMax }, pointer: '/to' });
      await setDays(tx, from, to, working, note);
      tx.audit('market', 'calendar', input);
      const year = Number.parseInt(from, 10);
      return { year, items: await listDays(tx, year) };
    });
  }
}

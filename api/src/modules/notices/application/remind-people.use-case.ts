import { Injectable } from '@nestjs/common';
import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { noteReminders, reminderKinds } from '../persistence/reminder.repository.js';

/** How many working days before a deadline of a trade people are told of it. */
const workingDaysBefore = 3;

/** Notes what time alone has brought near; each is told once, however often this runs and wherever it dies. */
@Injectable()
export class RemindPeople {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many reminders there are to tell. */
  async execute(context: CommandContext): Promise<number> {
    const command = { name: 'notices.remind', scope: 'market' } as const;
    return this.unitOfWork.step(command, context, {}, async (tx) => {
      const soon = endOfWorkingDays(tx.now, workingDaysBefore, await loadCalendar(tx));
      let noted = 0;
      for (const kind of reminderKinds) noted += await noteReminders(tx, kind, soon);
      return noted;
    });
  }
}

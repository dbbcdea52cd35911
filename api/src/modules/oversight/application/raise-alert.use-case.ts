import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { insertAlerts, type NewAlert } from '../persistence/alert.repository.js';

/** Raises one alert on the market's own account, e.g. about a job that no worker survives (domain §13). */
@Injectable()
export class RaiseAlert {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(context: CommandContext, alert: NewAlert): Promise<void> {
    await this.unitOfWork.run(
      { name: 'oversight.raise-alert', scope: 'market' },
      context,
      alert,
      async (tx) => {
        await insertAlerts(tx, [alert]);
        tx.audit(alert.subjectType, alert.subjectId, { code: alert.code });
        tx.notify('alerts', { code: alert.code });
      },
    );
  }
}

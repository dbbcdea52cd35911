import { Injectable } from '@nestjs/common';
import { decisionsOf, isBreachDecision } from '@muheng/contracts/common/alert-decisions';
import type { decideAlertInput } from '@muheng/contracts/oversight';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { decideBreach } from '../../listings/application/decide-breach.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { type AlertRow, findAlert, lockAlert, storeDecision } from '../persistence/alert.repository.js';
import { type AlertView, alertView } from './alert-view.js';

type Decision = z.output<typeof decideAlertInput>;

/** The region decides about an alert (domain §8, §13); a county-first breach that nobody decides goes on. */
@Injectable()
export class DecideAlert {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `request.not-found`, `oversight.already-decided`, `oversight.decision-not-allowed`. */
  async execute(context: CommandContext, alertId: string, input: Decision): Promise<AlertView> {
    const command = { name: 'oversight.decide-alert', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { alertId, ...input }, async (tx) => {
      const seen = await findAlert(tx, alertId);
      if (!seen) throw new Refusal('request.not-found');
      const possible = decisionsOf(seen.code);
      if (!possible.includes(input.decision)) {
        throw new Refusal('oversight.decision-not-allowed', {
          params: { code: seen.code, possible: possible.join(', ') },
          pointer: '/decision',
        });
      }
      return this.decide(tx, context, seen, input);
    });
  }

  /** Due work `alert.lapse`: the time to decide is over, so the listing goes on (domain §8). Late or twice is fine. */
  async lapse(context: CommandContext, alertId: string): Promise<void> {
    const command = { name: 'oversight.lapse-alert', scope: 'market' } as const;
    await this.unitOfWork.run(command, context, { alertId }, async (tx) => {
      const seen = await findAlert(tx, alertId);
      if (!seen || seen.decidedAt !== null || seen.dueAt === null || seen.dueAt > tx.now) return;
      await this.decide(tx, context, seen, { decision: 'continue', reason: 'county-first.default' });
    });
  }

  /** The listing's locks come before the alert's, as everywhere (county, listing, …). */
  private async decide(tx: Tx, context: CommandContext, seen: AlertRow, input: Decision): Promise<AlertView> {
    // Of a breach alone these can be decided.
    if (isBreachDecision(input.decision)) {
      await decideBreach(tx, this.countyFirst, seen.subjectId, input.decision, input.reason);
    }
    const alert = await lockAlert(tx, seen.id);
    if (!alert || alert.decidedAt !== null) throw new Refusal('oversight.already-decided');
    // A suspended listing still needs somebody to say whether it goes on.
    if (input.decision !== 'suspend') {
      await storeDecision(tx, seen.id, input.decision, input.reason, context.actor.personId);
    }
    tx.audit('alert', seen.id, { decision: input.decision, reason: input.reason });
    tx.notify('alerts', { code: seen.code });
    const decided = await findAlert(tx, seen.id);
    if (!decided) throw new Error(`alert ${seen.id} vanished`);
    return alertView(decided);
  }
}

import { Injectable } from '@nestjs/common';
import {
  addQuantities,
  formatQuantities,
  type Quantities,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import type { replaceInput } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import { drawFrom, lesserOf, totalOf } from '../domain/draw-quota.js';
import { isLikeForLike } from '../domain/replacement.js';
import { type DutyRow, findDuty, saveDuty } from '../persistence/replacement.repository.js';
import { findPartyStock, findStock } from '../persistence/stock.repository.js';
import { CountyFirst } from './county-first.service.js';
import { requireEnough, requireSomething, typedQuantities } from './held-enough.js';
import { holderOf } from './holder-of.js';
import { moveDraws } from './move-draws.js';
import { type DutyView, dutyView } from './replacement-view.js';

/** Replacement after a defect (domain §14), by the county in time or by the market when the time is over. */
@Injectable()
export class ReplaceQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * The county gives a lot of its own, whole or in part, for what is missing. Throws `quota.duty-not-found`,
   * `quota.wrong-state`, `quota.not-found`, `quota.not-like-for-like`, `quota.frozen`, `quota.insufficient`.
   */
  async replace(
    context: CommandContext,
    id: string,
    input: z.output<typeof replaceInput>,
  ): Promise<DutyView> {
    const command = { name: 'quota-bank.replace', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      const county = await holderOf(tx, context);
      const duty = await this.lockDuty(tx, id, county.id);
      if (duty.status !== 'open') {
        throw new Refusal('quota.wrong-state', { params: { subject: duty.number, status: duty.status } });
      }
      const [lot] = await findStock(tx, [input.lotId], 'available');
      if (lot?.ownerId !== county.id) {
        throw new Refusal('quota.not-found', { params: { lot: input.lotId }, pointer: '/lotId' });
      }
      if (!isLikeForLike(duty, lot)) {
        const params = { lot: lot.number, grade: duty.grade === null ? '—' : String(duty.grade) };
        throw new Refusal('quota.not-like-for-like', { params, pointer: '/lotId' });
      }
      if (lot.freezeReason !== null) {
        const params = { party: county.nameZh, lot: lot.number, reason: lot.freezeReason };
        throw new Refusal('quota.frozen', { params, pointer: '/lotId' });
      }
      const missing = subtractQuantities(duty.quantities, duty.replaced);
      const quantities = lesserOf(typedQuantities(input) ?? lesserOf(missing, lot.holds), missing);
      requireSomething(quantities);
      requireEnough(county.nameZh, lot.holds, quantities);
      await this.give(tx, duty, 'replacement', [{ lotId: lot.lotId, quantities }], 'open');
      tx.audit('replacement', id, { number: duty.number, lot: lot.number });
      return this.view(tx, id);
    });
  }

  /** The time is over (job replacement.lapse): what is missing comes out of whatever the county has, used-up order. */
  async lapse(context: CommandContext, id: string): Promise<null> {
    const command = { name: 'quota-bank.lapse-replacement', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id }, async (tx) => {
      const known = await findDuty(tx, id);
      if (!known) return null;
      const duty = await this.lockDuty(tx, id, known.partyId);
      if (duty.status !== 'open' || duty.dueAt > (await tx.marketTime())) return null;
      const missing = subtractQuantities(duty.quantities, duty.replaced);
      const stock = (await findPartyStock(tx, duty.partyId, duty.quota, 'available')).filter(
        (lot) => !lot.isFrozen,
      );
      const { draws } = drawFrom(stock, missing);
      await this.give(tx, duty, 'deduction', draws, 'lapsed');
      tx.audit('replacement', id, { number: duty.number, deducted: formatQuantities(totalOf(draws)) });
      return null;
    });
  }

  private async give(
    tx: Tx,
    duty: DutyRow,
    kind: 'replacement' | 'deduction',
    draws: readonly { lotId: string; quantities: Quantities }[],
    unmet: 'open' | 'lapsed',
  ): Promise<void> {
    const { id, partyId, quota } = duty;
    const move = { kind, subjectType: 'replacement', subjectId: id, partyId, quota } as const;
    await moveDraws(tx, { ...move, from: 'available', to: 'deducted' }, draws);
    const replaced = addQuantities(duty.replaced, totalOf(draws));
    await saveDuty(
      tx,
      id,
      replaced,
      isNothing(subtractQuantities(duty.quantities, replaced)) ? 'met' : unmet,
    );
  }

  private async lockDuty(tx: Tx, id: string, partyId: string): Promise<DutyRow> {
    const known = await findDuty(tx, id);
    if (known?.partyId !== partyId) throw new Refusal('quota.duty-not-found', { params: { duty: id } });
    await this.countyFirst.markStale(tx, partyId, known.quota);
    return (await findDuty(tx, id)) ?? known;
  }

  private async view(tx: Tx, id: string): Promise<DutyView> {
    const row = await findDuty(tx, id);
    if (!row) throw new Error(`duty ${id} vanished`);
    return dutyView(row);
  }
}

import { Injectable } from '@nestjs/common';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import {
  addQuantities,
  formatQuantities,
  type Quantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { formatCny, parseCny } from '@muheng/contracts/common/quantity';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { quotaAct, quotaActInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { returnLimit } from '../domain/return-price.js';
import { takeNumbers } from '../persistence/number-series.js';
import { findPartyByCode, findPartyById } from '../persistence/party-reference.repository.js';
import { type ActRow, findAct, findPurchase, insertAct } from '../persistence/quota-act.repository.js';
import { findStock, type StockRow } from '../persistence/stock.repository.js';
import { CountyFirst } from './county-first.service.js';
import { handOver } from './hand-over.js';
import { requireEnough, requireSomething, typedQuantities } from './held-enough.js';
import { takeOut } from './take-out.js';

type Input = z.output<typeof quotaActInput>;
export type ActView = z.input<typeof quotaAct>;

/**
 * The region's word over quota (domain §5): 核减 after a check, delivery to the national pool, contribution to the
 * region's reserve, and bought leftovers that go back to it. A deduction takes frozen quota first; the others leave frozen quota alone.
 */
@Injectable()
export class ActOnQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `quota.not-found`, `quota.frozen`, `quota.nothing-asked`, `quota.insufficient`, `access.forbidden`,
   * for a return `quota.not-bought`, `quota.return-price`. */
  async execute(context: CommandContext, input: Input): Promise<ActView> {
    const command = { name: 'quota-bank.act', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const lot = await this.lockLot(tx, input.lotId);
      const isDeduction = input.kind === 'deduction';
      const [held] = isDeduction ? await findStock(tx, [lot.lotId], 'frozen') : [];
      const frozen = held?.holds ?? zeroQuantities;
      const asked = await this.askedOf(tx, lot, frozen, input);
      if (!isDeduction) refuseFrozen(lot);
      const paid = input.paidCny === undefined ? null : parseCny(input.paidCny);
      if (paid !== null) await refuseDear(tx, lot, asked, paid);
      const id = uuidv7();
      const newLotId = await this.move(tx, id, lot, frozen, asked, input.kind);
      failpoint('bank:within-act');
      const [number = ''] = await takeNumbers(tx, [`ACT-${shanghaiYear(tx.now)}`]);
      const { kind, documentNo, reason } = input;
      const { personId } = context.actor;
      await insertAct(tx, {
        ...{ id, number, kind, documentNo, reason, lotId: lot.lotId, newLotId },
        ...{ quantities: asked, paid, byPersonId: personId },
      });
      tx.audit('quota-act', id, { number, kind, lot: lot.number });
      const made = await findAct(tx, id);
      if (!made) throw new Error(`act ${id} vanished`);
      return actView(made);
    });
  }

  private async lockLot(tx: Tx, lotId: string): Promise<StockRow> {
    const [known] = await findStock(tx, [lotId], 'available');
    if (!known) throw new Refusal('quota.not-found', { params: { lot: lotId }, pointer: '/lotId' });
    await this.countyFirst.markStale(tx, known.ownerId, known.quota);
    const [lot] = await findStock(tx, [lotId], 'available');
    if (!lot) throw new Error(`lot ${lotId} vanished`);
    return lot;
  }

  private async askedOf(tx: Tx, lot: StockRow, frozen: Quantities, input: Input): Promise<Quantities> {
    const there = addQuantities(lot.holds, frozen);
    const asked = typedQuantities(input) ?? there;
    requireSomething(asked);
    const owner = await findPartyById(tx, lot.ownerId);
    requireEnough(owner?.nameZh ?? lot.number, there, asked);
    return asked;
  }

  private async move(
    tx: Tx,
    id: string,
    lot: StockRow,
    frozen: Quantities,
    asked: Quantities,
    kind: Input['kind'],
  ): Promise<string | null> {
    const subject = { subjectType: 'act', subjectId: id } as const;
    switch (kind) {
      case 'deduction':
        await takeOut(tx, { ...subject, kind: 'deduction', to: 'deducted' }, lot, frozen, asked);
        return null;
      case 'national-pool':
        await takeOut(
          tx,
          { ...subject, kind: 'used-for-national-pool', to: 'national-pool' },
          lot,
          frozen,
          asked,
        );
        return null;
      case 'return':
      case 'reserve-in': {
        const region = await findPartyByCode(tx, regionDepartmentCode);
        if (!region || region.id === lot.ownerId) throw new Refusal('access.forbidden');
        const draws = [{ lotId: lot.lotId, quantities: asked }];
        const hand = { ...subject, kind: 'reserve-in', quota: lot.quota, to: region };
        const [newLotId = null] = await handOver(tx, hand, draws);
        return newLotId;
      }
    }
  }
}

/** Leftovers go back at no more than they were bought for. Throws `quota.not-bought`, `quota.return-price`. */
async function refuseDear(tx: Tx, lot: StockRow, asked: Quantities, paid: bigint): Promise<void> {
  const purchase = await findPurchase(tx, lot.lotId);
  if (!purchase) throw new Refusal('quota.not-bought', { params: { lot: lot.number }, pointer: '/lotId' });
  const limit = returnLimit(purchase.price, purchase.bought, asked);
  if (paid <= limit) return;
  throw new Refusal('quota.return-price', {
    params: { paidCny: formatCny(paid), limitCny: formatCny(limit) },
    pointer: '/paidCny',
  });
}

function refuseFrozen(lot: StockRow): void {
  if (lot.freezeReason === null) return;
  const params = { party: '', lot: lot.number, reason: lot.freezeReason };
  throw new Refusal('quota.frozen', { params, pointer: '/lotId' });
}

export const actView = ({ quantities, paid, at, ...row }: ActRow): ActView => ({
  ...row,
  paidCny: paid === null ? null : formatCny(paid),
  quantities: formatQuantities(quantities),
  at: at.toISOString(),
});

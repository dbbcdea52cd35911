import { Injectable } from '@nestjs/common';
import { apportion } from '@muheng/contracts/common/apportion';
import { formatCny, formatHa, parseHa } from '@muheng/contracts/common/quantity';
import type { beneficiariesInput, beneficiaryList, proceedsTotals } from '@muheng/contracts/proceeds';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listParts, replaceParts, sumProceeds } from '../persistence/payout-part.repository.js';
import { findPayout, lockPayout } from '../persistence/payout.repository.js';

type Names = z.input<typeof beneficiaryList>;

/** Who gets how much of a payout, household by household, as the pack wants it (domain §14). */
@Injectable()
export class NameBeneficiaries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The seller files the names, each with the land that it gave; the payout is shared by it, largest remainder, so that
   * every 分 is placed. Filing again replaces all. Throws `payout.not-found`, `payout.wrong-state`, `payout.name-twice`.
   */
  async file(
    context: CommandContext,
    payoutId: string,
    { rows }: z.output<typeof beneficiariesInput>,
  ): Promise<Names> {
    const command = { name: 'payments.name-beneficiaries', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { payoutId, rows }, async (tx) => {
      const payout = await lockPayout(tx, payoutId);
      if (!payout || payout.holderId !== context.actor.partyId) {
        throw new Refusal('payout.not-found', { params: { payout: payoutId } });
      }
      if (payout.state !== 'waiting' && payout.state !== 'failed') {
        throw new Refusal('payout.wrong-state', { params: { state: payout.state } });
      }
      refuseTwice(rows);
      const areas = rows.map(({ areaHa }) => parseHa(areaHa) as bigint);
      const amounts = apportion(payout.amount, areas);
      const parts = rows.map(({ name, accountTail }, i) => ({
        ...{ name, accountTail, area: areas[i] ?? 0n, amount: amounts[i] ?? 0n },
      }));
      await replaceParts(tx, payoutId, parts);
      tx.audit('payout', payoutId, { names: rows.length });
      return names(tx, payoutId);
    });
  }

  /** For the seller, its supervisors and region finance; for others the payout does not exist. */
  async list(actor: Actor, payoutId: string): Promise<Names> {
    return this.unitOfWork.read(actor, async (tx) => {
      if (!(await findPayout(tx, payoutId)))
        throw new Refusal('payout.not-found', { params: { payout: payoutId } });
      return names(tx, payoutId);
    });
  }

  /** What the public may know: totals by payee, and to how many by name; never a name. */
  async totals(): Promise<z.input<typeof proceedsTotals>> {
    const rows = await this.unitOfWork.readMarket((tx) => sumProceeds(tx));
    return { items: rows.map(({ amount, ...row }) => ({ ...row, amountCny: formatCny(amount) })) };
  }
}

function refuseTwice(rows: z.output<typeof beneficiariesInput>['rows']): void {
  const seen = new Set<string>();
  for (const [i, { name, accountTail }] of rows.entries()) {
    const key = `${name} ${accountTail}`;
    if (seen.has(key)) {
      throw new Refusal('payout.name-twice', { params: { name, accountTail }, pointer: `/rows/${i}` });
    }
    seen.add(key);
  }
}

async function names(tx: Tx | ReadTx, payoutId: string): Promise<Names> {
  const parts = await listParts(tx, payoutId);
  return {
    items: parts.map(({ area, amount, ...part }) => ({
      ...part,
      areaHa: formatHa(area as Parameters<typeof formatHa>[0]),
      amountCny: formatCny(amount),
    })),
    totalCny: formatCny(parts.reduce((sum, { amount }) => sum + amount, 0n)),
  };
}

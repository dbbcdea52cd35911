import { Injectable } from '@nestjs/common';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { wallet } from '@muheng/contracts/wallet';
import type { z } from 'zod';
import type { Actor } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { PolicyReader } from '../../../quota-bank/application/policy.reader.js';
import { coverable, exposureLimit, withdrawable } from '../../domain/wallet.js';
import { listCovers, listTopUps, listWithdrawals } from '../../persistence/wallet.reads.js';
import { findSums } from '../../persistence/wallet.repository.js';
import { paymentView } from '../payment-view.js';

export type WalletView = z.input<typeof wallet>;

const shown = { covers: 100, movements: 50 };

/** A party's deposit wallet, as its owner sees it. */
@Injectable()
export class WalletQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: PolicyReader,
  ) {}

  /** A party that never paid in has an empty wallet. Throws `access.forbidden` for somebody without a party. */
  async mine(actor: Actor): Promise<WalletView> {
    return this.unitOfWork.readMarket((tx) => this.within(tx, actor));
  }

  /** The same inside a command's transaction. */
  async within(tx: Tx | ReadTx, actor: Actor): Promise<WalletView> {
    const { partyId, partyCode } = actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const sums = await findSums(tx, partyId);
    const { walletExposurePct } = (await this.policies.current(tx)).values;
    const pct = walletExposurePct ?? 100;
    const covers = await listCovers(tx, partyId, shown.covers);
    const topUps = await listTopUps(tx, partyId, shown.movements);
    const withdrawals = await listWithdrawals(tx, partyId, shown.movements);
    return {
      fundsCny: formatCny(sums.funds),
      heldCny: formatCny(sums.held),
      limitCny: formatCny(exposureLimit(sums.funds, pct)),
      coverableCny: formatCny(coverable(sums, pct)),
      withdrawableCny: formatCny(withdrawable(sums)),
      covers: covers.map(({ partyId: _owner, amount, used, coveredAt, resolvedAt, ...cover }) => ({
        ...cover,
        amountCny: formatCny(amount),
        usedCny: formatCny(used),
        coveredAt: coveredAt.toISOString(),
        resolvedAt: resolvedAt?.toISOString() ?? null,
      })),
      topUps: topUps.map((row) => paymentView(row, partyCode)),
      withdrawals: withdrawals.map(({ amount, requestedAt, resolvedAt, ...row }) => ({
        ...row,
        amountCny: formatCny(amount),
        requestedAt: requestedAt.toISOString(),
        resolvedAt: resolvedAt?.toISOString() ?? null,
      })),
    };
  }
}

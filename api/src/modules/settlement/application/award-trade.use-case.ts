import { Injectable } from '@nestjs/common';
import { assetOf, components } from '@muheng/contracts/common/component';
import type { CommandContext } from '../../../kernel/access/actor.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { resolveQuotaHold } from '../../ledger/application/holds.js';
import { moveQuota } from '../../ledger/application/journal.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { giveBackDeposits } from '../../payments/application/give-back-deposit.js';
import { publicityEnd, refundDue } from '../domain/deadlines.js';
import {
  type AwardPart,
  type AwardRow,
  findHeldDeposits,
  findParts,
  lockAward,
  markRegistrations,
} from '../persistence/award.repository.js';
import { openTrade } from './open-trade.js';

const ended = new Set(['closed-sold', 'closed-failed', 'terminated', 'withdrawn']);

/** A listing has ended: its winner gets a trade, everyone else the deposit back (domain §7). */
@Injectable()
export class AwardTrade {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Jobs `listing.closed` and `listing.settle`. Answers the first new trade's id, or null when there is none to make. */
  async execute(context: CommandContext, listingId: string): Promise<string | null> {
    const command = { name: 'settlement.award', scope: 'market' } as const;
    return this.unitOfWork.step(command, context, { listingId }, async (tx) => {
      const award = await lockAward(tx, listingId);
      if (!award || !ended.has(award.status)) return null;
      const parts = award.status === 'closed-sold' ? await findParts(tx, award) : [];
      // In a purchase the sellers' quota vouches for them, so that every deposit goes back.
      const keeping = award.isPurchase ? [] : parts.map((part) => part.buyerId);
      await giveBack(tx, award, new Set(keeping));
      if (award.status !== 'closed-sold' || award.traded) return null;
      if (parts.length === 0) throw new Error(`listing ${listingId} is sold to nobody`);
      const made: string[] = [];
      for (const part of parts) made.push(await makeTrade(tx, award, part));
      for (const part of parts) await resolveListedHold(tx, award, part);
      return made[0] ?? null;
    });
  }
}

/** A winner's deposit stays until it goes into the price; all others go back at once, well before refundDays. */
async function giveBack(tx: Tx, award: AwardRow, winners: ReadonlySet<string>): Promise<void> {
  const sold = award.status === 'closed-sold';
  const dueAt = refundDue(award.closedAt ?? tx.now, award.policy, await loadCalendar(tx));
  const held = await findHeldDeposits(tx, award.listingId);
  const losers = held.filter(({ buyerId }) => !winners.has(buyerId)).map((deposit) => deposit.registrationId);
  const given = await giveBackDeposits(tx, losers, { reason: sold ? 'lost' : 'listing-failed', dueAt });
  const free = losers.filter((id) => given.get(id)?.isFree);
  await markRegistrations(tx, free, 'refunded');
}

async function makeTrade(tx: Tx, award: AwardRow, part: AwardPart): Promise<string> {
  const { listingId, quota, policy } = award;
  const awardedAt = award.closedAt ?? tx.now;
  const publicityEndsAt = award.publicityEndsAt ?? publicityEnd(awardedAt, policy, await loadCalendar(tx));
  const id = await openTrade(tx, {
    ...part,
    listingId,
    quota,
    policy,
    awardedAt,
    publicityEndsAt,
  });
  await reserve(tx, award, part);
  return id;
}

/** The quota waits for its buyer where the seller can no longer touch it. */
async function reserve(tx: Tx, award: AwardRow, { sellerId, hold, items }: AwardPart): Promise<void> {
  const moves = items.flatMap((item) =>
    components.map((component) => ({
      kind: 'settlement-hold',
      ...hold,
      lotId: item.lotId,
      asset: assetOf(award.quota, component),
      amount: item.quantities[component],
      from: 'listed' as const,
      to: 'in-settlement' as const,
      toPartyId: sellerId,
      toLotId: item.lotId,
    })),
  );
  await moveQuota(tx, moves);
}

/** What the listing held is held by its trades from now on. */
async function resolveListedHold(
  tx: Tx,
  { quota }: AwardRow,
  { sellerId: partyId, hold }: AwardPart,
): Promise<void> {
  await resolveQuotaHold(tx, { ...hold, partyId, quota }, 'posted');
}

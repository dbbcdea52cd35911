import { Injectable } from '@nestjs/common';
import type { trade as tradeWire } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { decided } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { nextTradeStatus } from '../domain/lifecycle.js';
import { lockTrade, type TradeRow, updateTrade } from '../persistence/trade.repository.js';
import { insertStep } from '../persistence/trade-step.repository.js';
import { tradeDetail } from './trade-view.js';

/** Seller and buyer each sign the contract by a person of theirs; the second signature makes it binding. */
@Injectable()
export class SignTrade {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `settlement.not-found`, `settlement.not-due`, `settlement.wrong-status`, `settlement.already-signed`. */
  async execute(context: CommandContext, tradeId: string): Promise<z.input<typeof tradeWire>> {
    const command = { name: 'settlement.sign', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { tradeId }, async (tx) => {
      const trade = await lockOwnTrade(tx, context, tradeId);
      const isSeller = trade.sellerId === context.actor.partyId;
      refuseEarly(trade, 'sign');
      if ((isSeller ? trade.sellerSignedAt : trade.buyerSignedAt) !== null) {
        throw new Refusal('settlement.already-signed', { params: { party: context.actor.partyCode } });
      }
      const status = decided(nextTradeStatus(trade.status, 'sign'));
      const both = (isSeller ? trade.buyerSignedAt : trade.sellerSignedAt) !== null;
      const by = context.actor.personId;
      await updateTrade(tx, tradeId, {
        ...(isSeller
          ? { sellerSignedAt: tx.now, sellerSignedBy: by }
          : { buyerSignedAt: tx.now, buyerSignedBy: by }),
        ...(both && { status }),
      });
      await insertStep(tx, tradeId, isSeller ? 'seller-signed' : 'buyer-signed', { by });
      if (both) {
        await insertStep(tx, tradeId, 'contract-signed');
        tx.publish('trade.advance', { subjectId: tradeId });
        tx.publish('trade.papers', { subjectId: tradeId });
      }
      tx.audit('trade', tradeId, { side: isSeller ? 'seller' : 'buyer' });
      return tradeDetail(tx, tradeId);
    });
  }
}

/** A trade that the actor's party is a side of; to everybody else it does not exist. */
export async function lockOwnTrade(tx: Tx, context: CommandContext, tradeId: string): Promise<TradeRow> {
  const trade = await lockTrade(tx, tradeId);
  const { partyId } = context.actor;
  if (!trade || (trade.sellerId !== partyId && trade.buyerId !== partyId)) {
    throw new Refusal('settlement.not-found', { params: { trade: tradeId } });
  }
  return trade;
}

/** Before the result is confirmed, everything that follows it is too early, and the refusal says until when. */
export function refuseEarly(trade: TradeRow, action: string): void {
  if (trade.status !== 'result-publicity') return;
  const dueAt = trade.publicityEndsAt.toISOString();
  throw new Refusal('settlement.not-due', { params: { status: trade.status, action, dueAt } });
}

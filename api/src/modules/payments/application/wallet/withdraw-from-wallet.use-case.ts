import { Injectable } from '@nestjs/common';
import { formatCny, parseCny } from '@muheng/contracts/common/quantity';
import type { withdrawInput } from '@muheng/contracts/wallet';
import type { z } from 'zod';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { spread, withdrawable } from '../../domain/wallet.js';
import { lockWallet, lockWalletMoney } from '../../persistence/wallet.repository.js';
import { requestRefunds } from '../request-refund.js';
import { WalletQueries, type WalletView } from './wallet.queries.js';

/** Free money of a wallet goes back to where it came from: one refund of each payment that it is taken out of. */
@Injectable()
export class WithdrawFromWallet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wallets: WalletQueries,
  ) {}

  /** Throws `payment.wallet-bound` when more is asked for than stands for no deposit. */
  async execute(context: CommandContext, input: z.output<typeof withdrawInput>): Promise<WalletView> {
    const { partyId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'payments.withdraw-from-wallet', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const free = withdrawable(await lockWallet(tx, partyId));
      const wanted = parseCny(input.amountCny);
      if (wanted > free) throw new Refusal('payment.wallet-bound', { params: { freeCny: formatCny(free) } });
      const money = await lockWalletMoney(tx, partyId);
      // The reason carries the command's key: a payment may be taken out of several times, each time once.
      const reason = `withdrawn ${context.key}`;
      await requestRefunds(
        tx,
        spread(money, wanted).map(({ source, amount }) => ({ paymentId: source.id, reason, amount })),
      );
      return this.wallets.within(tx, context.actor);
    });
  }
}

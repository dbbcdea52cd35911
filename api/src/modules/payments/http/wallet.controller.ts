import { Body, Controller, Get, Post } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { payment } from '@muheng/contracts/payments';
import { topUpInput, wallet, withdrawInput } from '@muheng/contracts/wallet';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { TopUpWallet } from '../application/wallet/top-up-wallet.use-case.js';
import { WalletQueries } from '../application/wallet/wallet.queries.js';
import { WithdrawFromWallet } from '../application/wallet/withdraw-from-wallet.use-case.js';

const owners = {
  roles: ['bidder', 'finance', 'maker'],
  kinds: traderKinds,
} as const;

/** One deposit for several auctions. */
@ApiTags('payments')
@Controller('api/v1/my/wallet')
export class WalletController {
  constructor(
    private readonly wallets: WalletQueries,
    private readonly topUpWallet: TopUpWallet,
    private readonly withdrawFromWallet: WithdrawFromWallet,
  ) {}

  @Get()
  @Access('signed-in')
  @Responds(wallet)
  async mine(@SignedInActor() actor: Actor) {
    return this.wallets.mine(actor);
  }

  @Post('top-ups')
  @Access(owners)
  @Idempotent()
  @Responds(payment, 201)
  async topUp(
    @CurrentContext() context: CommandContext,
    @Body({ schema: topUpInput }) body: z.output<typeof topUpInput>,
  ) {
    return this.topUpWallet.execute(context, body);
  }

  @Post('withdrawals')
  @Access(owners)
  @Idempotent()
  @Responds(wallet, 201)
  async withdraw(
    @CurrentContext() context: CommandContext,
    @Body({ schema: withdrawInput }) body: z.output<typeof withdrawInput>,
  ) {
    return this.withdrawFromWallet.execute(context, body);
  }
}

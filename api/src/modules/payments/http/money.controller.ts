import { Controller, Get, Param } from '@nestjs/common';
import { partyCode } from '@muheng/contracts/common/schema';
import { partyMoney } from '@muheng/contracts/payments';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PartyMoneyQuery } from '../application/party-money.query.js';

@ApiTags('payments')
@Controller('api/v1/money')
export class MoneyController {
  constructor(private readonly money: PartyMoneyQuery) {}

  @Get(':party')
  @Access('signed-in')
  @Responds(partyMoney)
  async of(@CurrentActor() actor: Actor | null, @Param('party', { schema: partyCode }) code: string) {
    if (!actor) throw new Refusal('access.sign-in-required');
    return this.money.of(actor, code);
  }
}

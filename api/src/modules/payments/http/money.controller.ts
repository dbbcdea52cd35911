import { Controller, Get, Param } from '@nestjs/common';
import { partyCode } from '@muheng/contracts/common/schema';
import { partyMoney } from '@muheng/contracts/payments';
import { ApiTags } from '@nestjs/swagger';
import { Access, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PartyMoneyQuery } from '../application/party-money.query.js';

@ApiTags('payments')
@Controller('api/v1/money')
export class MoneyController {
  constructor(private readonly money: PartyMoneyQuery) {}

  @Get(':party')
  @Access('signed-in')
  @Responds(partyMoney)
  async of(@SignedInActor() actor: Actor, @Param('party', { schema: partyCode }) code: string) {
    return this.money.of(actor, code);
  }
}

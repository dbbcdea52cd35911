import { Body, Controller, Get, Post } from '@nestjs/common';
import { createPartyInput, createPersonInput, party, partyList, person } from '@muheng/contracts/parties';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { CreateParty } from '../application/create-party.use-case.js';
import { CreatePerson } from '../application/create-person.use-case.js';
import { PartyQueries } from '../application/party.queries.js';

@ApiTags('parties')
@Controller('api/v1')
export class PartiesController {
  constructor(
    private readonly parties: PartyQueries,
    private readonly createParty: CreateParty,
    private readonly createPerson: CreatePerson,
  ) {}

  @Get('parties')
  @Access('public')
  @Responds(partyList)
  async list() {
    return this.parties.list();
  }

  @Post('parties')
  @Access({ roles: ['administrator'] })
  @Idempotent()
  @Responds(party, 201)
  async create(
    @CurrentContext() context: CommandContext,
    @Body({ schema: createPartyInput }) body: z.output<typeof createPartyInput>,
  ) {
    return this.createParty.execute(context, body);
  }

  @Post('people')
  @Access({ roles: ['administrator'] })
  @Idempotent()
  @Responds(person, 201)
  async createOne(
    @CurrentContext() context: CommandContext,
    @Body({ schema: createPersonInput }) body: z.output<typeof createPersonInput>,
  ) {
    return this.createPerson.execute(context, body);
  }
}

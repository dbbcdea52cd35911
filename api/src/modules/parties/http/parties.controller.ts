import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  amendPersonInput,
  createPartyInput,
  createPersonInput,
  done,
  party,
  partyList,
  people,
  peopleQuery,
  person,
  setPasswordInput,
} from '@muheng/contracts/parties';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { CreateParty } from '../application/create-party.use-case.js';
import { CreatePerson } from '../application/create-person.use-case.js';
import { ManagePeople } from '../application/manage-people.use-case.js';
import { PartyQueries } from '../application/party.queries.js';

const administrators = { roles: ['administrator'] } as const;

@ApiTags('parties')
@Controller('api/v1')
export class PartiesController {
  constructor(
    private readonly parties: PartyQueries,
    private readonly createParty: CreateParty,
    private readonly createPerson: CreatePerson,
    private readonly managePeople: ManagePeople,
  ) {}

  @Get('parties')
  @Access('public')
  @Responds(partyList)
  async list() {
    return this.parties.list();
  }

  @Post('parties')
  @Access(administrators)
  @Idempotent()
  @Responds(party, 201)
  async create(
    @CurrentContext() context: CommandContext,
    @Body({ schema: createPartyInput }) body: z.output<typeof createPartyInput>,
  ) {
    return this.createParty.execute(context, body);
  }

  @Get('people')
  @Access(administrators)
  @Responds(people)
  async listPeople(@Query({ schema: peopleQuery }) query: z.output<typeof peopleQuery>) {
    return this.managePeople.list(query);
  }

  @Post('people')
  @Access(administrators)
  @Idempotent()
  @Responds(person, 201)
  async createOne(
    @CurrentContext() context: CommandContext,
    @Body({ schema: createPersonInput }) body: z.output<typeof createPersonInput>,
  ) {
    return this.createPerson.execute(context, body);
  }

  @Put('people/:id')
  @Access(administrators)
  @Idempotent()
  @Responds(person)
  async amend(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: amendPersonInput }) body: z.output<typeof amendPersonInput>,
  ) {
    return this.managePeople.amend(context, personId, body);
  }

  @Put('people/:id/password')
  @Access(administrators)
  @Idempotent()
  @Responds(done)
  async setPassword(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: setPasswordInput }) body: z.output<typeof setPasswordInput>,
  ) {
    return this.managePeople.setPassword(context, personId, body.password);
  }
}

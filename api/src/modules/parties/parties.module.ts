import { Global, Module } from '@nestjs/common';
import { SessionReader } from '../../kernel/access/session-reader.js';
import { ChangePassword } from './application/change-password.use-case.js';
import { CreateParty } from './application/create-party.use-case.js';
import { CreatePerson } from './application/create-person.use-case.js';
import { Delegate } from './application/delegate.use-case.js';
import { ManagePeople } from './application/manage-people.use-case.js';
import { PartyQueries } from './application/party.queries.js';
import { SessionService } from './application/session.service.js';
import { SignIn } from './application/sign-in.use-case.js';

const useCases = [ChangePassword, CreateParty, CreatePerson, Delegate, ManagePeople, SignIn, PartyQueries];

/** Who takes part. Global, because the guard before every route reads sessions. */
@Global()
@Module({
  providers: [...useCases, { provide: SessionReader, useClass: SessionService }],
  exports: [...useCases, SessionReader],
})
export class PartiesModule {}

import { Inject, Injectable } from '@nestjs/common';
import type { session } from '@muheng/contracts/parties';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import {
  type Actor,
  actorOf,
  nobody,
  type PersonOfParty,
  systemActor,
} from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findParty, type PartyRow } from '../persistence/party.repository.js';
import { partyView } from './party-view.js';
import { fitsPassword } from './passwords.js';
import { makeTokens, tokensOf } from './session-tokens.js';

interface PersonRow extends PersonOfParty {
  display_name: string;
  password_hash: string | null;
  failed_sign_ins: number;
  locked: boolean;
}

export type SessionView = z.input<typeof session>;

const failuresMax = 10;
const lockMinutes = 15;
const sessionHours = 12;

/** Sign-in by password or, in a demo world, by one click; sign-out ends the session at once. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws `access.bad-credentials`, the same for every reason, so nobody learns which logins exist. */
  async byPassword(
    login: string,
    password: string,
    requestId: string,
  ): Promise<{ id: string; session: SessionView }> {
    const [found] = await this.unitOfWork.readMarket((tx) =>
      tx.query<PersonRow>(`${selectPerson} and n.login = $1`, [login]),
    );
    const fits = await fitsPassword(found?.password_hash ?? null, password);
    if (!found || !fits || found.locked) {
      if (found) await this.countFailure(found, requestId);
      const refusal = new Refusal('access.bad-credentials');
      const context = { actor: nobody, key: uuidv7(), requestId };
      if (!found) await this.unitOfWork.auditRefusals('parties.sign-in', [{ context, refusal, input: {} }]);
      throw new Refusal('access.bad-credentials');
    }
    return this.open(found, requestId);
  }

  /** One-click sign-in. Throws `request.not-found` outside a demo or practice market. */
  async asPersona(personId: string, requestId: string): Promise<{ id: string; session: SessionView }> {
    if (this.config.MUHENG_MODE === 'live') throw new Refusal('request.not-found');
    const [found] = await this.unitOfWork.readMarket((tx) =>
      tx.query<PersonRow>(`${selectPerson} and n.id = $1`, [personId]),
    );
    if (!found) throw new Refusal('request.not-found');
    return this.open(found, requestId);
  }

  /** The session as its page needs it after a reload. */
  async describe(sessionId: string, actor: Actor): Promise<SessionView> {
    const { csrfToken, idHash } = tokensOf(sessionId);
    return this.unitOfWork.readMarket(async (tx) => {
      const [row] = await tx.query<{ expires_at: Date; display_name: string; has_password: boolean }>(
        `select s.expires_at, s.display_name, n.password_hash is not null as has_password
         from session_of($1) s join person n on n.id = s.person_id`,
        [idHash],
      );
      const party = actor.partyId === null ? null : await findParty(tx, actor.partyId);
      if (!row || !party) throw new Refusal('access.sign-in-required');
      const person = { ...actor, displayName: row.display_name, hasPassword: row.has_password };
      return viewOf(person, party, csrfToken, row.expires_at);
    });
  }

  async end(sessionHash: Buffer, actor: Actor, requestId: string): Promise<void> {
    const context = { actor, key: uuidv7(), requestId };
    await this.unitOfWork.run({ name: 'parties.sign-out', scope: 'market' }, context, {}, async (tx) => {
      await tx.query('update session set ended_at = clock_timestamp() where id_hash = $1', [sessionHash]);
      tx.audit('person', actor.personId);
    });
  }

  private async open(person: PersonRow, requestId: string): Promise<{ id: string; session: SessionView }> {
    const tokens = makeTokens();
    // Whoever has just shown to be this person acts as this person: the audit log names who signed in.
    const actor = actorOf(person);
    const context = { actor, key: uuidv7(), requestId };
    const session = await this.unitOfWork.run(
      { name: 'parties.sign-in', scope: 'market' },
      context,
      {},
      async (tx) => {
        const expiresAt = new Date(Date.now() + sessionHours * 3_600_000);
        await tx.query(
          `insert into session (id_hash, person_id, csrf_hash, created_at, last_seen_at, expires_at)
         values ($1, $2, $3, clock_timestamp(), clock_timestamp(), $4)`,
          [tokens.idHash, person.person_id, tokens.csrfHash, expiresAt],
        );
        await tx.query('update person set failed_sign_ins = 0, locked_until = null where id = $1', [
          person.person_id,
        ]);
        const party = await findParty(tx, person.party_id);
        if (!party) throw new Error(`person ${person.person_id} has no party`);
        tx.audit('person', person.person_id);
        const hasPassword = person.password_hash !== null;
        return viewOf({ ...actor, displayName: person.display_name, hasPassword }, party, '', expiresAt);
      },
    );
    // The token goes to the person alone, never into the stored result.
    return { id: tokens.id, session: { ...session, csrfToken: tokens.csrfToken } };
  }

  private async countFailure(person: PersonRow, requestId: string): Promise<void> {
    const context = { actor: systemActor, key: uuidv7(), requestId };
    await this.unitOfWork.run(
      { name: 'parties.sign-in-failed', scope: 'market' },
      context,
      {},
      async (tx: Tx) => {
        await tx.query(
          `update person set failed_sign_ins = failed_sign_ins + 1,
           locked_until = case when failed_sign_ins + 1 >= $2
             then clock_timestamp() + make_interval(mins => $3) else locked_until end
         where id = $1`,
          [person.person_id, failuresMax, lockMinutes],
        );
        tx.audit('person', person.person_id);
      },
    );
  }
}

const selectPerson = `select n.id as person_id, n.party_id, y.code as party_code, y.kind as party_kind, y.region_code, n.display_name,
    n.roles, n.password_hash, n.failed_sign_ins, coalesce(n.locked_until > clock_timestamp(), false) as locked
  from person n join party y on y.id = n.party_id where n.disabled_at is null`;

function viewOf(
  actor: Pick<Actor, 'personId' | 'roles' | 'scope'> & { displayName: string; hasPassword: boolean },
  party: PartyRow,
  csrfToken: string,
  expiresAt: Date,
): SessionView {
  return {
    person: {
      id: actor.personId,
      displayName: actor.displayName,
      roles: [...actor.roles],
      hasPassword: actor.hasPassword,
    },
    party: partyView(party),
    scope: actor.scope,
    csrfToken,
    expiresAt: expiresAt.toISOString(),
  };
}

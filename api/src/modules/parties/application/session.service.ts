import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type PartyKind, type Role, scopeOf } from '../../../kernel/access/actor.js';
import { SessionReader } from '../../../kernel/access/session-reader.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { tokensOf } from './session-tokens.js';

interface SessionRow {
  person_id: string;
  roles: Role[];
  party_id: string;
  party_code: string;
  party_kind: PartyKind;
  region_code: string;
  csrf_hash: Buffer;
  last_seen_at: Date;
}

const minuteMs = 60_000;
// Staff work at shared desks: fifteen quiet minutes end a session. A demo lets people look around for a day.
const idleMinutes = { live: 15, demo: 720, practice: 720 };

/** Who is behind a session id. Sign-out, disabling and role changes take effect with the next request. */
@Injectable()
export class SessionService extends SessionReader {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async read(sessionId: string): Promise<{ actor: Actor; csrfHash: Buffer; sessionHash: Buffer } | null> {
    const { idHash } = tokensOf(sessionId);
    const rows: SessionRow[] = await this.source.query('select * from session_of($1)', [idHash]);
    const [row] = rows;
    if (!row) return null;
    const idleMs = Date.now() - row.last_seen_at.getTime();
    if (idleMs > idleMinutes[this.config.MUHENG_MODE] * minuteMs) return null;
    if (idleMs > minuteMs) {
      await this.source.query('update session set last_seen_at = clock_timestamp() where id_hash = $1', [
        idHash,
      ]);
    }
    return { actor: actorOf(row), csrfHash: row.csrf_hash, sessionHash: idHash };
  }
}

function actorOf(row: SessionRow): Actor {
  return {
    personId: row.person_id,
    partyId: row.party_id,
    partyCode: row.party_code,
    partyKind: row.party_kind,
    scope: scopeOf(row.party_kind, row.region_code),
    roles: row.roles,
  };
}

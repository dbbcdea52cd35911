import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actorOf, type PersonOfParty } from '../../../kernel/access/actor.js';
import { type Recognised, SessionReader } from '../../../kernel/access/session-reader.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { tokensOf } from './session-tokens.js';

interface SessionRow extends PersonOfParty {
  csrf_hash: Buffer;
  last_seen_at: Date;
  expires_at: Date;
  epoch: bigint;
}

interface Memory {
  recognised: Recognised;
  /** Wall clock, milliseconds. */
  until: number;
}

const minuteMs = 60_000;
const memoriesMax = 20_000;
// Staff work at shared desks: fifteen quiet minutes end a session. A demo lets people look around for a day.
const idleMinutes = { live: 15, demo: 720, practice: 720 };

/** Who is behind a session id. Sign-out, disabling and role changes take effect with the next request. */
@Injectable()
export class SessionService extends SessionReader {
  private readonly memories = new Map<string, Memory>();

  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async read(sessionId: string): Promise<Recognised | null> {
    const { idHash } = tokensOf(sessionId);
    this.memories.delete(sessionId);
    // The epoch is of the statement's own snapshot, the function reads later: it is never newer than what was read.
    const rows: SessionRow[] = await this.source.query(
      'select s.*, e.epoch from session_epoch e cross join session_of($1) s',
      [idHash],
    );
    const [row] = rows;
    if (!row) return null;
    const idleMs = Date.now() - row.last_seen_at.getTime();
    if (idleMs > idleMinutes[this.config.MUHENG_MODE] * minuteMs) return null;
    if (idleMs > minuteMs) {
      await this.source.query('update session set last_seen_at = clock_timestamp() where id_hash = $1', [
        idHash,
      ]);
    }
    const recognised = {
      actor: actorOf(row),
      csrfHash: row.csrf_hash,
      sessionHash: idHash,
      epoch: row.epoch,
    };
    this.remember(sessionId, {
      recognised,
      until: Math.min(Date.now() + minuteMs, row.expires_at.getTime()),
    });
    return recognised;
  }

  recall(sessionId: string): Recognised | null {
    const memory = this.memories.get(sessionId);
    return memory && Date.now() < memory.until ? memory.recognised : null;
  }

  /** Keeps the newest: a map gives its oldest entry first. */
  private remember(sessionId: string, memory: Memory): void {
    this.memories.set(sessionId, memory);
    if (this.memories.size <= memoriesMax) return;
    for (const oldest of this.memories.keys()) {
      this.memories.delete(oldest);
      break;
    }
  }
}

import type { Actor } from './actor.js';

/** Who is behind a session, and what its writes must carry. */
export interface Recognised {
  actor: Actor;
  csrfHash: Buffer;
  sessionHash: Buffer;
  /** The session epoch under which this was read: it grows when any session ends or any person's rights change. */
  epoch: bigint;
}

/** What the guard needs of sign-in; the parties module provides it, so the kernel imports no module. */
export abstract class SessionReader {
  /** The person behind a session id, asked of the database; null when the session has ended. */
  abstract read(sessionId: string): Promise<Recognised | null>;
  /** What `read` answered within the last minute: true under its epoch only, which the command must compare. */
  abstract recall(sessionId: string): Recognised | null;
}

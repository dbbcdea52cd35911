import type { Actor } from './actor.js';

/** What the guard needs of sign-in; the parties module provides it, so the kernel imports no module. */
export abstract class SessionReader {
  /** The person behind a session id, with the hash of the CSRF token that its writes must carry; null when ended. */
  abstract read(sessionId: string): Promise<{ actor: Actor; csrfHash: Buffer; sessionHash: Buffer } | null>;
}

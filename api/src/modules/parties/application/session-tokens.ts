import { createHash, randomBytes } from 'node:crypto';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

export interface SessionTokens {
  id: string;
  idHash: Buffer;
  csrfToken: string;
  csrfHash: Buffer;
}

/** 256 random bits; the database keeps only their hash. The CSRF token follows from the id and is no secret of ours. */
export function makeTokens(): SessionTokens {
  return tokensOf(randomBytes(32).toString('base64url'));
}

export function tokensOf(id: string): SessionTokens {
  const csrfToken = sha256(`csrf:${id}`).toString('base64url');
  return { id, idHash: sha256(id), csrfToken, csrfHash: sha256(csrfToken) };
}

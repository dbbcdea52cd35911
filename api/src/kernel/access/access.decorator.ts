import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import type { Actor, CommandContext, PartyKind, Role } from './actor.js';
import { requestOf } from './request.js';

/** Who may call a route. `public` needs no sign-in; `signed-in` any person; the rest narrow by role and party kind. */
export type AccessPolicy = 'public' | 'signed-in' | { roles: readonly Role[]; kinds?: readonly PartyKind[] };

export const ACCESS = 'muheng:access';

/** Declares who may call a route. A route without it refuses to boot. */
export const Access = (policy: AccessPolicy) => SetMetadata(ACCESS, policy);

/** The signed-in person, or null on a public route. */
export const CurrentActor = createParamDecorator(
  (_: unknown, host: ExecutionContext): Actor | null => requestOf(host).actor ?? null,
);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Actor, idempotency key and request id of a command. Refuses a request without sign-in or `Idempotency-Key`. */
export const CurrentContext = createParamDecorator((_: unknown, host: ExecutionContext): CommandContext => {
  const request = requestOf(host);
  const key = request.headers['idempotency-key'];
  if (!request.actor) throw new Refusal('access.sign-in-required');
  if (typeof key !== 'string' || !uuid.test(key)) throw new Refusal('request.idempotency-key-missing');
  return { actor: request.actor, key: key.toLowerCase(), requestId: request.id };
});

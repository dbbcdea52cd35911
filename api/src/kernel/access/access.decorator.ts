import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import { Refusal } from '../errors/refusal.js';
import { type Actor, type CommandContext, nobody, type PartyKind, type Role } from './actor.js';
import { type MarketRequest, requestOf } from './request.js';

/** Who may call a route. `public` needs no sign-in; `signed-in` any person; the rest narrow by role and party kind. */
export type AccessPolicy = 'public' | 'signed-in' | { roles: readonly Role[]; kinds?: readonly PartyKind[] };

export const ACCESS = 'muheng:access';

/** Declares who may call a route. A route without it refuses to boot. */
export const Access = (policy: AccessPolicy) => SetMetadata(ACCESS, policy);

export const LEAN = 'muheng:lean';

/** What a lean route reads and answers. The method takes (context, id, body). */
export interface LeanSchemas {
  id: z.ZodType<string>;
  body: z.ZodType;
  answer: z.ZodType;
  status: number;
}

/**
 * Serves a hot command without the framework's pipeline, which takes as long as the command itself (stack.md §9): the same
 * guard, schemas and problems, in the same order. The caller may be recognised from memory, so that the command must be
 * one of `BatchOfWork`, which confirms it under its lock. The method's other decorators document it and say who may call.
 */
export const Lean = (schemas: LeanSchemas) => SetMetadata(LEAN, schemas);

/** The signed-in person, or null on a public route. */
export const CurrentActor = createParamDecorator(
  (_: unknown, host: ExecutionContext): Actor | null => requestOf(host).actor ?? null,
);

/** The signed-in person of a route that is not public. Throws `access.sign-in-required`; the guard has asked before. */
export const SignedInActor = createParamDecorator((_: unknown, host: ExecutionContext): Actor => {
  const { actor } = requestOf(host);
  if (!actor) throw new Refusal('access.sign-in-required');
  return actor;
});

/** The context of a command that anybody may give, signed in or not: it is nobody's, and its key makes it happen once. */
export const OpenContext = createParamDecorator((_: unknown, host: ExecutionContext): CommandContext => {
  const request = requestOf(host);
  return { actor: nobody, key: keyOf(request), requestId: request.id };
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Actor, idempotency key and request id of a command. Refuses a request without sign-in or `Idempotency-Key`. */
export const CurrentContext = createParamDecorator(
  (_: unknown, host: ExecutionContext): CommandContext => contextOf(requestOf(host)),
);

/** As `CurrentContext`, for what has no host. */
export function contextOf(request: MarketRequest): CommandContext {
  const { remembered } = request;
  if (!request.actor) throw new Refusal('access.sign-in-required');
  const context = { actor: request.actor, key: keyOf(request), requestId: request.id };
  if (!remembered) return context;
  const confirm = async (): Promise<CommandContext> => {
    await remembered.confirm();
    return contextOf(request);
  };
  return { ...context, remembered: { epoch: remembered.epoch, confirm } };
}

/** Throws `request.idempotency-key-missing`. */
function keyOf({ headers }: MarketRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !uuid.test(key)) throw new Refusal('request.idempotency-key-missing');
  return key.toLowerCase();
}

import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/** A request after the guard has looked at its cookie. */
export interface MarketRequest extends FastifyRequest {
  actor?: Actor;
  /** SHA-256 of the session id in use, for sign-out. */
  sessionHash?: Buffer;
  /** The session epoch under which the caller was recognised. */
  epoch?: bigint;
  /** Where the route lets the guard recognise from memory. */
  remembered?: { epoch: bigint; confirm: () => Promise<void> };
}

export const requestOf = (host: ExecutionContext): MarketRequest =>
  host.switchToHttp().getRequest<MarketRequest>();

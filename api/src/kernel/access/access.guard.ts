import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../errors/refusal.js';
import { ACCESS, type AccessPolicy } from './access.decorator.js';
import { type Actor, nobody } from './actor.js';
import { type MarketRequest, requestOf } from './request.js';
import { type Recognised, SessionReader } from './session-reader.js';
import { v7 as uuidv7 } from 'uuid';
import { UnitOfWork } from '../unit-of-work/unit-of-work.js';

export const sessionCookies = ['__Host-muheng', 'muheng'] as const;

/** Deny by default: who is it, may they, and did the request really come from our own page. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<AccessPolicy | undefined>(ACCESS, host.getHandler());
    // The process does not start with such a route: nobody has a right to it.
    return this.admit(requestOf(host), policy ?? { roles: [] }, false);
  }

  /**
   * Throws `access.*` unless the caller may; refusals are in the audit log: who stood before which door. `fromMemory`: for
   * commands that confirm the caller under their lock.
   */
  async admit(request: MarketRequest, policy: AccessPolicy, fromMemory: boolean): Promise<true> {
    try {
      return await this.judge(request, policy, fromMemory);
    } catch (error) {
      if (error instanceof Refusal) await this.keep(request, error);
      throw error;
    }
  }

  private async keep(request: MarketRequest, refusal: Refusal): Promise<void> {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const context = { actor: request.actor ?? nobody, key: uuidv7(), requestId: request.id };
    await this.unitOfWork.auditRefusals('access.enter', [
      { context, refusal: new Refusal(refusal.code, { params: { route } }), input: {} },
    ]);
  }

  private async judge(request: MarketRequest, policy: AccessPolicy, fromMemory: boolean): Promise<true> {
    if (!fromMemory || !this.recall(request)) await this.identify(request, policy === 'public');
    if (fromMemory) this.letConfirm(request, policy);
    return passes(request, policy);
  }

  private async identify(request: MarketRequest, open: boolean): Promise<void> {
    const id = sessionOf(request);
    const session = id === undefined ? null : await this.sessions.read(id);
    if (session) recognise(request, session, open);
  }

  private recall(request: MarketRequest): boolean {
    const id = sessionOf(request);
    const session = id === undefined ? null : this.sessions.recall(id);
    if (session) recognise(request, session, false);
    return session !== null;
  }

  /** What the command does when it finds that a session has moved: the whole of this guard again, by the database. */
  private letConfirm(request: MarketRequest, policy: AccessPolicy): void {
    const { epoch } = request;
    if (epoch === undefined) return;
    const confirm = async (): Promise<void> => {
      delete request.actor;
      delete request.epoch;
      await this.admit(request, policy, false);
      this.letConfirm(request, policy);
    };
    request.remembered = { epoch, confirm };
  }
}

const sessionOf = (request: MarketRequest): string | undefined =>
  sessionCookies.map((name) => request.cookies[name]).find((value) => value !== undefined);

function recognise(request: MarketRequest, session: Recognised, open: boolean): void {
  request.actor = session.actor;
  request.sessionHash = session.sessionHash;
  request.epoch = session.epoch;
  if (changesState(request.method) && !open) checkOrigin(request, session.csrfHash);
}

/** Throws `access.sign-in-required`, `access.forbidden`. */
function passes(request: MarketRequest, policy: AccessPolicy): true {
  if (policy === 'public') return true;
  if (!request.actor) throw new Refusal('access.sign-in-required');
  if (policy !== 'signed-in' && !allows(policy, request.actor)) throw new Refusal('access.forbidden');
  return true;
}

export function allows(policy: Exclude<AccessPolicy, string>, actor: Actor): boolean {
  const kind = actor.partyKind;
  if (policy.kinds && (kind === 'system' || !policy.kinds.includes(kind))) return false;
  return policy.roles.some((role) => actor.roles.includes(role));
}

const changesState = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** A write needs the token of its session, and no browser may say that it comes from another site. */
function checkOrigin(request: MarketRequest, csrfHash: Buffer): void {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && !['same-origin', 'none'].includes(site)) throw new Refusal('access.csrf');
  const token = request.headers['x-csrf-token'];
  const given = createHash('sha256')
    .update(typeof token === 'string' ? token : '')
    .digest();
  if (!timingSafeEqual(given, csrfHash)) throw new Refusal('access.csrf');
}

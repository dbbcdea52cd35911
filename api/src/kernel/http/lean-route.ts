import { RequestMethod } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, RouteHandlerMethod } from 'fastify';
import type { z } from 'zod';
import { contextOf, type LeanSchemas } from '../access/access.decorator.js';
import { AccessGuard } from '../access/access.guard.js';
import type { CommandContext } from '../access/actor.js';
import type { MarketRequest } from '../access/request.js';
import { RoutePolicies } from '../access/route-policies.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { sendProblem } from '../errors/problem.filter.js';

type LeanMethod = (context: CommandContext, id: string, body: unknown) => Promise<unknown>;

/** Takes the lean routes over when they are registered. One that is not found keeps the process from starting. */
export function takeLean(app: NestFastifyApplication): void {
  const lean = new Map(
    app
      .get(RoutePolicies)
      .list()
      .filter((route) => route.lean !== undefined)
      .map((route) => [`${RequestMethod[route.method]} ${route.path}`, route]),
  );
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', (options) => {
    const name = `${String(options.method)} ${options.url}`;
    const route = lean.get(name);
    if (!route?.lean) return;
    const method = Reflect.get(route.instance, route.handler) as LeanMethod;
    options.handler = handlerOf(app, method.bind(route.instance), route.lean, route.policy);
    lean.delete(name);
  });
  server.addHook('onReady', (done) => {
    done(
      lean.size === 0 ? undefined : new Error(`Lean routes were not found: ${[...lean.keys()].join(', ')}`),
    );
  });
}

function handlerOf(
  app: NestFastifyApplication,
  method: LeanMethod,
  { id, body, answer, status }: LeanSchemas,
  policy: Parameters<AccessGuard['admit']>[1] | undefined,
): RouteHandlerMethod {
  const guard = app.get(AccessGuard);
  const handle = async (request: MarketRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      if (policy === undefined) throw new Error('a lean route without a policy');
      await guard.admit(request, policy, true);
      const context = contextOf(request);
      const asked = read(id, Reflect.get(Object(request.params), 'id'));
      const result = await method(context, asked, read(body, request.body));
      void reply
        .status(status)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.parse(result)));
    } catch (error) {
      sendProblem(error, request, reply);
    }
    return reply;
  };
  return handle as RouteHandlerMethod;
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  return parsed.data;
}

import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { StandardSchemaSerializerInterceptor, StandardSchemaValidationPipe } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { ProblemFilter } from '../errors/problem.filter.js';
import { takeLean } from './lean-route.js';
import { Metrics } from './metrics.js';
import { securityHeaders } from './security-headers.js';

const bodyBytesMax = 1_048_576;
const uploadBytesMax = 10_485_760;
const homePage = 'home.html';

export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: bodyBytesMax,
    trustProxy: config.TRUSTED_PROXY ?? false,
    genReqId: () => randomUUID(),
    // A stopping server closes idle keep-alive connections, so that SIGTERM is not held up by a browser.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
}

/** Everything about HTTP that no module should think about: cookies, headers, limits, validation, problems. */
export async function dressServer(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: uploadBytesMax, files: 1, fields: 10 } });
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new InvalidInput(issues) }),
  );
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter());
  addHooks(app, securityHeaders(config));
  takeLean(app);
  if (config.WEB_ROOT) await servePages(app, config.WEB_ROOT);
}

function addHooks(app: NestFastifyApplication, headers: Record<string, string>): void {
  const metrics = app.get(Metrics);
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

/** The pages beside the api, for the one-port market. In production a proxy serves them. */
async function servePages(app: NestFastifyApplication, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    // One route of our own for all files: a route for each of them took a tenth of the start.
    serve: false,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/');
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const beside = new Set(readdirSync(root));
  const server = app.getHttpAdapter().getInstance();
  server.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || path.startsWith('/docs')) return reply.callNotFound();
    const file = path.slice(1);
    // Any other page address is the web's own route; the api's unknown addresses stay problems.
    if (path.startsWith('/assets/') || beside.has(file)) return reply.sendFile(file);
    // The front page is one whose words stand in it (docs/decisions/116).
    return reply.sendFile(file === '' && beside.has(homePage) ? homePage : 'index.html');
  });
}

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type Locale, problems, type ProblemCode, renderProblem } from '@muheng/contracts/common/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FieldFault, InvalidInput } from './invalid-input.js';
import { Refusal } from './refusal.js';

/** Turns every failure into application/problem+json (RFC 9457). What we did not foresee tells no inner details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

const log = new Logger('Problem');

/** Answers a failure, in the language asked for, unless something was answered already. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  const { code, params, faults } = describe(error);
  if (code === 'internal.fault') log.error({ requestId: request.id, err: error });
  const locale = localeOf(request.headers['accept-language']);
  const sentence = renderProblem(code, locale, params);
  void reply
    .status(problems[code].status)
    .type('application/problem+json; charset=utf-8')
    .send({
      type: `urn:muheng:problem:${code}`,
      title: code,
      status: problems[code].status,
      code,
      detail: sentence,
      instance: request.url.split('?')[0],
      traceId: request.id,
      ...(faults.length > 0 ? { errors: faults } : {}),
      ...(Object.keys(params).length > 0 ? { params } : {}),
    });
}

export function localeOf(header: string | undefined): Locale {
  return header !== undefined && /^\s*en\b/i.test(header) ? 'en' : 'zh-CN';
}

function describe(error: unknown): {
  code: ProblemCode;
  params: Record<string, unknown>;
  faults: FieldFault[];
} {
  if (error instanceof Refusal) {
    const faults = error.pointer ? [{ pointer: error.pointer, code: error.code, message: error.code }] : [];
    return { code: error.code, params: error.params, faults };
  }
  if (error instanceof InvalidInput) return fromInput(error);
  if (error instanceof HttpException) return bare(codeOfStatus(error.getStatus()));
  const status = statusOf(error);
  return bare(status === undefined ? 'internal.fault' : codeOfStatus(status));
}

const bare = (code: ProblemCode) => ({ code, params: {}, faults: [] });

function fromInput({ faults }: InvalidInput) {
  const unknownField = faults.length > 0 && faults.every((fault) => fault.code === 'unrecognized_keys');
  const code: ProblemCode = unknownField ? 'request.unknown-field' : 'request.invalid';
  return { code, params: { pointer: faults[0]?.pointer ?? '/' }, faults };
}

const byStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'request.not-found',
  413: 'request.too-large',
  429: 'request.too-many',
  503: 'internal.unavailable',
};

const codeOfStatus = (status: number): ProblemCode =>
  byStatus[status] ?? (status >= 500 ? 'internal.fault' : 'request.invalid');

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const status: unknown = Reflect.get(error, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}

import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

const redacted = [
  'password',
  'token',
  'cookie',
  'authorization',
  'idNumber',
  'bankAccount',
  '*.password',
  '*.cookie',
];

/** A driver's error carries the query's parameters, which are people's data: only what a fault needs is kept. */
function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  return { type: error.name, message: error.message, stack: error.stack, ...code };
}

/** Nest's log as JSON lines on standard error, without personal data or secrets. */
export function jsonLog(service: string, level: string): LoggerService {
  const log = pino(
    {
      level,
      base: { service },
      serializers: { err: faultOf },
      redact: { paths: redacted, censor: '[redacted]' },
    },
    pino.destination({ fd: 2, sync: false }),
  );
  const write =
    (at: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      const where = typeof context === 'string' ? { context } : {};
      if (typeof message === 'object' && message !== null) log[at]({ ...where, ...message });
      else log[at]({ ...where, ...(rest.length > 1 ? { more: rest.slice(0, -1) } : {}) }, String(message));
    };
  return {
    log: write('info'),
    error: write('error'),
    warn: write('warn'),
    debug: write('debug'),
    verbose: write('trace'),
    fatal: write('fatal'),
  };
}

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

/** Nest's log as JSON lines on standard error, without personal data or secrets. */
export function jsonLog(service: string, level: string): LoggerService {
  const log = pino(
    { level, base: { service }, redact: { paths: redacted, censor: '[redacted]' } },
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

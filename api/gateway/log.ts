import { pino } from 'pino';

/** JSON lines on standard error: standard output carries the one line that says where the gateway is. */
export function createLog(level: string) {
  return pino({ name: 'gateway', level, base: { pid: process.pid } }, pino.destination(2));
}
export type Log = ReturnType<typeof createLog>;

import { type Breach, type Check, chosen, type Depth, type Report } from '../domain/check.js';
import { allChecks, counted } from './all-checks.js';
import { type Screened, screenLedger, type Query } from './screens.js';

export interface RunOptions {
  depth: Depth;
  about: 'data' | 'all';
  /** Called after each check, for progress. */
  onProgress?: (done: number, total: number) => Promise<void> | void;
  checks?: readonly Check[];
}

/** A broken market may breach one check a million times; the first rows tell enough. */
const breachesMax = 200;

/** Sees the whole market from one snapshot, so that work going on meanwhile is no difference. */
export const snapshotSql = [
  'begin transaction isolation level repeatable read read only',
  `select set_config('app.market', 'on', true), set_config('statement_timeout', '600000', true),
     set_config('work_mem', '128MB', true), set_config('enable_partitionwise_aggregate', 'on', true)`,
];

/** Runs the checks one after another on an open snapshot. */
export async function runChecks(query: Query, options: RunOptions): Promise<Report> {
  const started = performance.now();
  const checks = chosen(options.checks ?? allChecks, options.depth, options.about);
  const findings: Breach[] = [];
  const screen = options.depth === 'full' ? await screenLedger(query) : null;
  for (const [i, check] of checks.entries()) {
    const rows = screen?.holds.has(check.code)
      ? []
      : await query(`select * from (${check.sql}) as breach limit ${breachesMax}`);
    for (const { subject, expected, actual } of rows) {
      findings.push({
        code: check.code,
        subject: text(subject),
        expected: text(expected),
        actual: text(actual),
      });
    }
    await options.onProgress?.(i + 1, checks.length);
  }
  return {
    ok: findings.length === 0,
    checked: { checks: checks.length, ...(screen ? await count(query, screen) : {}) },
    findings,
    seconds: Math.round(performance.now() - started) / 1000,
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : String(value ?? 'nothing'));

const plural: Readonly<Record<string, string>> = { entry: 'entries' };

async function count(query: Query, { counts }: Screened): Promise<Record<string, number>> {
  const columns = counted.map(
    (table) => `(select count(*)::int from ${table}) as "${plural[table] ?? `${table}s`}"`,
  );
  const [row = {}] = await query(`select ${columns.join(', ')}`);
  return { ...counts, ...(row as Record<string, number>) };
}

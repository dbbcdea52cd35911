import pg from 'pg';
import { connectionOptions } from '../kernel/database/data-source.js';
import { CheckpointStore } from '../modules/oversight/persistence/checkpoint-store.js';
import { type LogReport, verifyLog } from '../modules/oversight/persistence/verify-log.js';

/**
 * `verify-chain [--json] [--checkpoints DIR]`: hashes the whole audit log of the market at DATABASE_URL again and
 * holds it against the regulator's checkpoints (CHECKPOINT_DIR, or a copy of them). Exit 0: all holds; 1: it does
 * not; 2: used wrongly (commands.md).
 */
const usage = 'Usage: verify-chain [--json] [--checkpoints DIR], with DATABASE_URL set\n';

const reasons = {
  'entry-missing': '记录缺失 the entry is missing',
  'entry-changed': '记录被改动 the entry was changed',
  'entry-added': '事后插入的记录 an entry was slipped in',
  'log-shortened': '日志被截短 the log was cut short',
  'checkpoint-broken': '与监管方检查点不符 it differs from the regulator’s checkpoint',
} as const;

const flags = process.argv.slice(2);
const json = flags.includes('--json');
const at = flags.indexOf('--checkpoints');
const folder = at < 0 ? process.env['CHECKPOINT_DIR'] : flags[at + 1];
const rest = flags.filter((flag, i) => flag !== '--json' && (at < 0 || (i !== at && i !== at + 1)));
const url = process.env['DATABASE_URL'];

if (!url || rest.length > 0 || (at >= 0 && folder === undefined)) {
  process.stderr.write(usage);
  process.exit(2);
}

const { connectionString, types } = connectionOptions(url, null, 1);
const client = new pg.Client({ connectionString, types, options: '-c timezone=UTC' });
await client.connect();
// One snapshot: what is sealed while we read does not count.
await client.query('begin isolation level repeatable read read only');
/** One question after the other: the connection has one snapshot and takes no second one meanwhile. */
let before: Promise<unknown> = Promise.resolve();
const report = await verifyLog(
  <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
    const answer = before.then(async () => (await client.query(sql, params as unknown[])).rows as Row[]);
    before = answer.catch(() => undefined);
    return answer;
  },
  folder === undefined ? null : new CheckpointStore(folder),
  (done, total) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}`);
  },
);
await client.end();
if (process.stderr.isTTY) process.stderr.write('\n');
process.stdout.write(json ? `${JSON.stringify(report)}\n` : describe(report));
process.exitCode = report.ok ? 0 : 1;

function describe({
  ok,
  entries,
  root,
  firstBroken,
  vouched,
  checkpoints,
  waiting,
  seconds,
}: LogReport): string {
  const lines = [
    `审计日志 audit log: ${entries} 条 entries · 根 root ${root} · ${seconds} s`,
    vouched === null
      ? '没有监管方检查点可对照 no checkpoints of the regulator to hold it against (CHECKPOINT_DIR)'
      : `监管方检查点 checkpoints: ${checkpoints} · 覆盖 covering ${vouched} 条 entries · 待封存 waiting ${waiting}`,
    firstBroken
      ? `✗ 第 ${firstBroken.position} 条 entry ${firstBroken.position}: ${reasons[firstBroken.why]}${firstBroken.auditId ? ` (${firstBroken.auditId})` : ''}`
      : '✓ 日志完整 The log is whole.',
  ];
  return `${lines.join('\n')}\n${ok ? '' : '\n'}`;
}

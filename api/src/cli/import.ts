import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { CoreModule } from '../core.module.js';
import { systemActor } from '../kernel/access/actor.js';
import { Refusal } from '../kernel/errors/refusal.js';
import { jsonLog } from '../kernel/log/json-log.js';
import { type ImportDetail, ImportQueries } from '../modules/quota-bank/application/import.queries.js';
import { RunImport } from '../modules/quota-bank/application/run-import.use-case.js';
import { StartImport } from '../modules/quota-bank/application/start-import.use-case.js';

/** `import FILE [--json]`: origin projects from csv or xlsx into the market that DATABASE_URL names (commands.md). */

const usedWrongly = 2;
const usage = 'Usage: npm run -s import -- FILE [--json]\n';
const inEnglish = /^en/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '');

async function main(args: readonly string[]): Promise<number> {
  const asJson = args.includes('--json');
  const [path, ...more] = args.filter((each) => each !== '--json');
  if (path === undefined || more.length > 0 || path.startsWith('--')) return complain(usage);
  const content = await readFile(path).catch(() => null);
  if (content === null) return complain(`${path} cannot be read.\n${usage}`);
  const app = await NestFactory.createApplicationContext(CoreModule.as('muheng_api'), {
    logger: jsonLog('import', process.env['LOG_LEVEL'] ?? 'warn'),
    abortOnError: false,
  });
  try {
    const requestId = uuidv7();
    const context = { actor: systemActor, key: requestId, requestId };
    const upload = { fileName: basename(path), content };
    const { id } = await app.get(StartImport).execute(context, upload, { inBackground: false });
    await app.get(RunImport).execute(id, requestId, showProgress);
    const outcome = await app.get(ImportQueries).oneForMarket(id);
    process.stdout.write(asJson ? `${JSON.stringify(summary(outcome))}\n` : describe(outcome));
    return outcome.rejected.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return complain(`${error.code}\n`);
  } finally {
    await app.close();
  }
}

function complain(message: string): number {
  process.stderr.write(message);
  return usedWrongly;
}

function showProgress({ done, total }: { done: number; total: number }): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} / ${total}${done === total ? '\n' : ''}`);
}

const messageOf = (fault: { message: string; messageEn: string }): string =>
  inEnglish ? fault.messageEn : fault.message;

function summary({ rows, banked, unchanged, rejected, areaHa }: ImportDetail) {
  const faults = rejected.map((fault) => ({
    row: fault.row,
    column: fault.column,
    code: fault.code,
    message: messageOf(fault),
  }));
  return { rows: rows ?? 0, banked, unchanged, rejected: faults, areaHa };
}

function describe(outcome: ImportDetail): string {
  const { rows, banked, unchanged, rejectedRows, areaHa } = outcome;
  const counts = inEnglish
    ? `${rows ?? 0} rows: ${banked} banked (${areaHa} ha), ${unchanged} unchanged, ${rejectedRows} rejected.`
    : `共 ${rows ?? 0} 行：入库 ${banked} 个项目（${areaHa} 公顷），未变 ${unchanged} 行，退回 ${rejectedRows} 行。`;
  const faults = outcome.rejected.map((fault) => {
    const where = inEnglish ? `row ${fault.row}` : `第 ${fault.row} 行`;
    return `  ${where}  ${messageOf(fault)}  [${fault.code}]`;
  });
  return `${[counts, ...faults].join('\n')}\n`;
}

process.exitCode = await main(process.argv.slice(2));

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { load } from './load.js';
import { hotRow, type NaiveScript, naiveTables, spread } from './naive-scripts.js';
import { median, repeat, round } from './statistics.js';

export interface Calibration {
  tool: 'pgbench' | 'pg';
  spreadPerSecond: number;
  hotRowPerSecond: number;
}

export const connections = 32;
const runs = 3;
const secondsARun = 4;

/** What the naive transactions reach on this machine now, at 32 connections: the median of three runs each. */
export async function calibrate(url: string, say: (line: string) => void): Promise<Calibration> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(naiveTables);
  await client.end();
  const tool = hasPgbench() ? 'pgbench' : 'pg';
  const once = tool === 'pgbench' ? withPgbench : withPg;
  const rate = async (name: string, script: NaiveScript): Promise<number> => {
    const rates = await repeat(runs, () => once(url, script));
    say(`calibration ${name}: ${rates.map((each) => round(each)).join(', ')} a second`);
    return round(median(rates));
  };
  return {
    tool,
    spreadPerSecond: await rate('spread', spread),
    hotRowPerSecond: await rate('hot row', hotRow),
  };
}

const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).status === 0;

/** The script as pgbench reads it; `-M prepared` makes each variable a parameter. */
function pgbenchText({ draw, statements }: NaiveScript): string {
  const drawn = Object.entries(draw).map(([name, [from, to]]) => `\\set ${name} random(${from}, ${to})`);
  return `${[...drawn, ...statements.map((each) => `${each.replace(/\s+/g, ' ')};`)].join('\n')}\n`;
}

async function withPgbench(url: string, script: NaiveScript): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'muheng-pgbench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, pgbenchText(script));
  try {
    const flags = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(secondsARun)];
    const text = await outputOf('pgbench', [...flags, '-f', file, url]);
    const tps = /tps = ([\d.]+) \(without|tps = ([\d.]+)/.exec(text);
    const rate = Number(tps?.[1] ?? tps?.[2]);
    if (!(rate > 0)) throw new Error(`pgbench said: ${text.slice(-400)}`);
    return rate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withPg(url: string, script: NaiveScript): Promise<number> {
  const input = { url, script, connections, seconds: secondsARun };
  const { perSecond } = await load<{ perSecond: number }>(new URL('./pg.load.js', import.meta.url), input);
  return perSecond;
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output.slice(-400)))));
  });
}

import pg from 'pg';
import { readInput } from './load.js';
import type { NaiveScript } from './naive-scripts.js';

/** Where pgbench is not installed: the same transactions through `pg`, with named statements. */
interface Input {
  url: string;
  script: NaiveScript;
  connections: number;
  seconds: number;
}

interface Prepared {
  name: string;
  text: string;
  wanted: string[];
}

function prepare({ statements }: NaiveScript): Prepared[] {
  return statements.map((statement, i) => {
    const wanted: string[] = [];
    const text = statement.replace(/(?<!:):([a-z]+)/g, (_, name: string) => {
      if (!wanted.includes(name)) wanted.push(name);
      return `$${wanted.indexOf(name) + 1}`;
    });
    return { name: `naive${i}`, text, wanted };
  });
}

async function work(client: pg.Client, { script, seconds }: Input): Promise<number> {
  const statements = prepare(script);
  const until = performance.now() + seconds * 1_000;
  let done = 0;
  while (performance.now() < until) {
    const drawn = Object.fromEntries(
      Object.entries(script.draw).map(([name, [from, to]]) => [
        name,
        from + Math.floor(Math.random() * (to - from + 1)),
      ]),
    );
    for (const { name, text, wanted } of statements)
      await client.query({ name, text, values: wanted.map((each) => drawn[each]) });
    done += 1;
  }
  return done;
}

const input = await readInput<Input>();
const clients = Array.from(
  { length: input.connections },
  () => new pg.Client({ connectionString: input.url }),
);
await Promise.all(clients.map((client) => client.connect()));
const started = performance.now();
const counts = await Promise.all(clients.map((client) => work(client, input)));
const perSecond = counts.reduce((sum, each) => sum + each, 0) / ((performance.now() - started) / 1_000);
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(JSON.stringify({ perSecond }));

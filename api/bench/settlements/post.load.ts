import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { CoreModule, systemActor } from '../../src/core.js';
import { BatchOfWork } from '../../src/kernel/unit-of-work/batch-of-work.js';
import { type Entry, postingOf } from '../../src/modules/ledger/application/journal.js';
import { readInput } from '../frame/load.js';

export interface PostLoad {
  databaseUrl: string;
  parties: string[];
  batch: number;
  seconds: number;
}

const input = await readInput<PostLoad>();
Object.assign(process.env, { DATABASE_URL: input.databaseUrl, MUHENG_MODE: 'live' });
const app = await NestFactory.createApplicationContext(CoreModule.as('muheng_api'), { logger: false });
const batches = app.get(BatchOfWork, { strict: false });
let turn = 0;

/** One set: each settlement claims its key, and moves its price from the buyer's escrow to what is payable. */
async function post(): Promise<void> {
  const set = Array.from({ length: input.batch }, () => ({
    context: { actor: systemActor, key: uuidv7(), requestId: 'bench' },
    input: { tradeId: uuidv7(), place: (turn += 1) },
  }));
  await batches.run<(typeof set)[number]['input'], true, null>('bench.post-settlements', set, {
    load: () => Promise.resolve(null),
    decide: (_loaded, fresh, writes) => {
      const entries = fresh.map(({ input: { tradeId, place } }) => entryOf(tradeId, place));
      writes.write(
        postingOf(
          entries,
          fresh.map(() => uuidv7()),
        ),
      );
      for (const each of fresh) writes.audit(each.context, 'trade', each.input.tradeId);
      return fresh.map(() => ({ ok: true, result: true, replayed: false }));
    },
  });
}

const entryOf = (tradeId: string, place: number): Entry => ({
  kind: 'distribution',
  subjectType: 'trade',
  subjectId: tradeId,
  postings: [
    { partyId: partyAt(place), asset: 'CNY', bucket: 'escrow', amount: -100n },
    { partyId: partyAt(place + 7), asset: 'CNY', bucket: 'payable', amount: 100n },
  ],
});

const partyAt = (place: number): string => input.parties[place % input.parties.length] ?? '';

/** Sets under way at a time: while one waits for the disk, the next one's keys and audit are written. */
const underWay = 2;

await post();
const started = performance.now();
let posted = 0;
const lane = async (): Promise<void> => {
  while (performance.now() - started < input.seconds * 1_000) {
    await post();
    posted += input.batch;
  }
};
await Promise.all(Array.from({ length: underWay }, lane));
const seconds = (performance.now() - started) / 1_000;
await app.close();
process.stdout.write(JSON.stringify({ perSecond: posted / seconds }));

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { systemActor } from '../../src/kernel/access/actor.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { ProofQueries } from '../../src/modules/oversight/application/proof.queries.js';
import { PublishCheckpoint } from '../../src/modules/oversight/application/publish-checkpoint.use-case.js';
import { CheckpointStore } from '../../src/modules/oversight/persistence/checkpoint-store.js';
import { verifyLog } from '../../src/modules/oversight/persistence/verify-log.js';
import { type Bench, take } from '../frame/bench.js';
import { percentile, round } from '../frame/statistics.js';
import { codeOf, fillLog } from './fill.js';

/** `CHAIN_ENTRIES`: fewer, in whole hundred thousands, to see on a busy machine that all of it works. */
const size = { entries: Number(process.env['CHAIN_ENTRIES'] ?? 1_000_000), certificates: 100 };
/** The regulator is told so often while the log grows. */
const checkpointEvery = 100_000;
const proofs = 400;

const noVerify = { entries: null, checkpoints: null, seconds: null };
const noProof = { p50Ms: null, p95Ms: null, pathLength: null };
export const figures = { verify: noVerify, proof: noProof };

/** A log of a million entries: verified whole against the regulator's checkpoints, and an entry's inclusion proved. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const urls = await bench.database();
  const folder = await mkdtemp(join(tmpdir(), 'muheng-bench-regulator-'));
  const config = {
    AUDIT_HASH: 'SHA-256',
    CHECKPOINT_DIR: folder,
    CHECKPOINT_KEY_FILE: join(folder, 'operator.pem'),
  } as const;
  const source = await createDataSource(urls.worker, 'muheng_worker', 4).initialize();
  try {
    const work = new UnitOfWork(source);
    const publisher = new PublishCheckpoint(source, work, config);
    const context = () => ({ actor: systemActor, key: randomUUID(), requestId: 'bench' });
    await fillLog(urls.superuser, source, size, async (done) => {
      if (done % checkpointEvery !== 0) return;
      await publisher.execute(context(), 0);
      bench.say(`${done} entries sealed and signed`);
    });
    return {
      verify: await take(noVerify, () => verifyAll(source, folder)),
      proof: await take(noProof, () => prove(work)),
    };
  } finally {
    await source.destroy();
    await rm(folder, { recursive: true });
  }
}

async function verifyAll(source: DataSource, folder: string) {
  const run = <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> =>
    source.query(sql, params as unknown[]);
  const report = await verifyLog(run, new CheckpointStore(folder));
  if (!report.ok || (report.vouched ?? 0) < size.entries)
    throw new Error(`the log does not verify: ${JSON.stringify(report)}`);
  return { entries: report.entries, checkpoints: report.checkpoints, seconds: round(report.seconds, 1) };
}

/** As anyone asks for it: by a certificate's code, spread over the whole log. */
async function prove(work: UnitOfWork) {
  const queries = new ProofQueries(work);
  const times: number[] = [];
  let pathLength = 0;
  for (let n = 0; n < proofs; n += 1) {
    const from = performance.now();
    const proof = await queries.ofCertificate(codeOf(n % size.certificates));
    times.push(performance.now() - from);
    pathLength = proof.path.length;
  }
  // The first ones compile the code and plan the queries.
  const warm = times.slice(proofs / 10);
  return { p50Ms: round(percentile(warm, 50), 1), p95Ms: round(percentile(warm, 95), 1), pathLength };
}

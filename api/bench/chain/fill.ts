import pg from 'pg';
import type { DataSource } from 'typeorm';
import { runOn } from '../../src/kernel/database/run.js';
import {
  foundLog,
  storeSize,
  takeLog,
  unsealed,
} from '../../src/modules/oversight/persistence/audit-log.repository.js';
import { appendEntries } from '../../src/modules/oversight/persistence/audit-sealer.js';
import { treeHash } from '../../src/modules/oversight/persistence/tree-hash.js';

/** Ten times what the sealer takes at once, so that a million entries are there within the time of a measurement. */
const chunk = 50_000;
const hash = treeHash('SHA-256');

/** Codes of the certificates whose entries are proved: twelve signs without 0, 1, I, O and the like. */
export const codeOf = (nth: number): string => `BNCH-2345-${String(nth + 2000).padStart(4, '0')}`;

/**
 * An audit log of so many entries, hashed and kept as the sealer does; every `certificates`-th part of it holds the entry
 * of a certificate. Rows are written past triggers: what is read is the log, not how it came.
 */
export async function fillLog(
  url: string,
  source: DataSource,
  { entries, certificates }: { entries: number; certificates: number },
  onChunk: (done: number) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query('set synchronous_commit = off');
    await client.query(certificatesSql, [certificates, codeOf(0)]);
    const apart = entries / certificates;
    for (let from = 0; from < entries; from += chunk) {
      const { rows } = await client.query<{ xid: string }>(entriesSql, [from, from + chunk - 1, apart]);
      await seal(source, rows[0]?.xid ?? '0');
      await onChunk(from + chunk);
    }
    await client.query('analyze audit, audit_leaf');
  } finally {
    await client.end();
  }
}

/** Positions and hashes for what was written up to this transaction, signatures among it. */
async function seal(source: DataSource, xid: string): Promise<void> {
  await source.transaction(async (manager) => {
    const run = runOn(manager);
    await foundLog(run, hash.name);
    const log = await takeLog(run);
    if (!log) throw new Error('another process seals the log of a measurement');
    const rows = await unsealed(run, log.from, 2 * chunk);
    await appendEntries(run, hash, log.size, rows);
    await storeSize(run, log.size + BigInt(rows.length), String(BigInt(xid) + 1n));
  });
}

const certificatesSql = `
  insert into certificate (id, number, trade_id, code, content, digest, issued_at)
  select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'BENCH-' || n, gen_random_uuid(),
    left($2, 10) || lpad((2000 + n)::text, 4, '0'), '{}', '\\x00', now()
  from generate_series(0, $1::int - 1) n`;

/** About as long as the market's own rows are. Answers the transaction that wrote them. */
const entriesSql = `
  with written as (
    insert into audit (id, at, market_at, actor_id, party_id, action, outcome, subject_type, subject_id, request_id, detail)
    select gen_random_uuid(), now(), now(), gen_random_uuid(), gen_random_uuid(),
      case when n % $3::int = 0 then 'settlement.certificate' else 'bidding.place-bid' end, 'done',
      case when n % $3::int = 0 then 'certificate' else 'listing' end,
      case when n % $3::int = 0 then '00000000-0000-7000-8000-' || lpad((n / $3::int)::text, 12, '0')
        else gen_random_uuid()::text end,
      gen_random_uuid()::text, jsonb_build_object('bid', n, 'id', gen_random_uuid(), 'priceCny', (n * 100)::text || '.00')
    from generate_series($1::int, $2::int) n returning xid)
  select xid::text as xid from written limit 1`;

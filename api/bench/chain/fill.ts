import pg from 'pg';
import type { AuditSealer } from '../../src/modules/oversight/persistence/audit-sealer.js';

/** Rows of one transaction: more than that and each look of the sealer at what is left takes long. */
const chunk = 50_000;

/** Codes of the certificates whose entries are proved: twelve signs without 0, 1, I, O and the like. */
export const codeOf = (nth: number): string => `BNCH-2345-${String(nth + 2000).padStart(4, '0')}`;

/**
 * An audit log of so many entries, each sealed as in the market; every `certificates`-th part of it holds the entry of a
 * certificate. Written past triggers: what is read is the log, not how it came.
 */
export async function fillLog(
  url: string,
  sealer: AuditSealer,
  { entries, certificates }: { entries: number; certificates: number },
  onChunk: (done: number) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(certificatesSql, [certificates, codeOf(0)]);
    const apart = entries / certificates;
    for (let from = 0; from < entries; from += chunk) {
      await client.query(entriesSql, [from, Math.min(from + chunk, entries) - 1, apart]);
      await sealer.seal();
      await onChunk(Math.min(from + chunk, entries));
    }
    await client.query('analyze audit');
    await client.query('analyze audit_leaf');
  } finally {
    await client.end();
  }
}

const certificatesSql = `
  insert into certificate (id, number, trade_id, code, content, digest, issued_at)
  select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'BENCH-' || n, gen_random_uuid(),
    left($2, 10) || lpad((2000 + n)::text, 4, '0'), '{}', '\\x00', now()
  from generate_series(0, $1::int - 1) n`;

/** About as long as the market's own rows are. */
const entriesSql = `
  insert into audit (id, at, market_at, actor_id, party_id, action, outcome, subject_type, subject_id, request_id, detail)
  select gen_random_uuid(), now(), now(), gen_random_uuid(), gen_random_uuid(),
    case when n % $3::int = 0 then 'settlement.certificate' else 'bidding.place-bid' end, 'done',
    case when n % $3::int = 0 then 'certificate' else 'listing' end,
    case when n % $3::int = 0 then '00000000-0000-7000-8000-' || lpad((n / $3::int)::text, 12, '0')
      else gen_random_uuid()::text end,
    gen_random_uuid()::text, jsonb_build_object('bid', n, 'id', gen_random_uuid(), 'priceCny', (n * 100)::text || '.00')
  from generate_series($1::int, $2::int) n`;

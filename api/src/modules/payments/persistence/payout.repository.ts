import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { PayoutState } from '../domain/payment-states.js';

export interface PayoutRow {
  id: string;
  tradeId: string;
  tradeNumber: string;
  ordinal: number;
  /** Whose payable account the money leaves. */
  holderId: string;
  partyCode: string | null;
  beneficiary: string;
  /** Whether the pack wants names for it, and how many are filed. */
  byName: boolean;
  names: number;
  /** 分. */
  amount: bigint;
  state: PayoutState;
  attempt: number;
  keySpent: boolean;
  preparedBy: string | null;
  preparedByName: string | null;
  releasedByName: string | null;
  providerId: string | null;
  sentAt: Date | null;
  createdAt: Date;
  resolvedAt: Date | null;
}

const columns = `o.id, o.trade_id as "tradeId", t.number as "tradeNumber", o.ordinal, o.holder_id as "holderId",
  y.code as "partyCode", o.beneficiary, o.by_name as "byName",
  (select count(*)::int from payout_part p where p.payout_id = o.id) as names, o.amount, o.state, o.attempt, o.key_spent as "keySpent", o.prepared_by as "preparedBy",
  maker.display_name as "preparedByName", releaser.display_name as "releasedByName", o.provider_id as "providerId",
  o.sent_at as "sentAt", o.created_at as "createdAt", o.resolved_at as "resolvedAt"`;
const joins = `join trade t on t.id = o.trade_id
  left join party y on y.id = o.party_id
  left join person maker on maker.id = o.prepared_by
  left join person releaser on releaser.id = o.released_by`;

export async function findPayout(tx: Tx | ReadTx, id: string): Promise<PayoutRow | null> {
  const [row] = await tx.query<PayoutRow>(`select ${columns} from payout o ${joins} where o.id = $1`, [id]);
  return row ?? null;
}

export async function lockPayout(tx: Tx, id: string): Promise<PayoutRow | null> {
  const [row] = await tx.query<PayoutRow>(
    `select ${columns} from payout o ${joins} where o.id = $1 for no key update of o`,
    [id],
  );
  return row ?? null;
}

export async function listPayouts(
  tx: ReadTx,
  filter: { state: PayoutState | null; tradeId: string | null; after: string | null; limit: number },
): Promise<PayoutRow[]> {
  return tx.query<PayoutRow>(
    `select ${columns} from payout o ${joins}
     where ($1::text is null or o.state = $1) and ($2::uuid is null or o.trade_id = $2)
       and ($3::uuid is null or o.id > $3)
     order by o.id limit $4`,
    [filter.state, filter.tradeId, filter.after, filter.limit],
  );
}

export interface NewPayout {
  id: string;
  tradeId: string;
  regionCode: string;
  ordinal: number;
  partyId: string | null;
  holderId: string;
  beneficiary: string;
  amount: bigint;
  byName?: boolean;
}

export async function insertPayouts(tx: Tx, payouts: readonly NewPayout[]): Promise<void> {
  await tx.query(
    `insert into payout (id, trade_id, ordinal, party_id, holder_id, region_code, beneficiary, amount, by_name, state, created_at)
     select r.id, r."tradeId", r.ordinal, r."partyId", r."holderId", r."regionCode", r.beneficiary, r.amount,
       coalesce(r."byName", false), 'waiting', app_now()
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "tradeId" uuid, "regionCode" text, ordinal int, "partyId" uuid,
       "holderId" uuid, beneficiary text, amount bigint, "byName" boolean)`,
    [JSON.stringify(payouts.map((row) => ({ ...row, amount: row.amount.toString() })))],
  );
}

/** One person prepares; what an attempt before left behind is cleared. */
export async function markPrepared(tx: Tx, id: string, personId: string, attempt: number): Promise<void> {
  await tx.query(
    `update payout set state = 'prepared', prepared_by = $2, released_by = null, attempt = $3, key_spent = false, provider_id = null,
       failure_code = null, sent_at = null, resolved_at = null where id = $1`,
    [id, personId, attempt],
  );
}

export async function markReleased(tx: Tx, id: string, personId: string): Promise<void> {
  await tx.query(`update payout set state = 'released', released_by = $2 where id = $1`, [id, personId]);
}

export async function storePayoutState(
  tx: Tx,
  id: string,
  state: PayoutState,
  answer: { providerId: string | null; failureCode: string | null } = { providerId: null, failureCode: null },
): Promise<void> {
  await tx.query(
    `update payout set state = $2, provider_id = coalesce(provider_id, $3), failure_code = $4,
       sent_at = coalesce(sent_at, clock_timestamp()), checked_at = clock_timestamp(),
       resolved_at = case when $2 in ('succeeded', 'failed') then coalesce(resolved_at, app_now()) end
     where id = $1`,
    [id, state, answer.providerId, answer.failureCode],
  );
}

/** Those of some trades of which every payout has reached its beneficiary. */
export async function paidOutAmong(
  tx: Tx | ReadTx,
  tradeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `select t.id from unnest($1::uuid[]) as t (id)
     where not exists (select from payout o where o.trade_id = t.id and o.state <> 'succeeded')`,
    [tradeIds],
  );
  return new Set(rows.map(({ id }) => id));
}

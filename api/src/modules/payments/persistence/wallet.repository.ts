import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { WalletSums } from '../domain/wallet.js';

export type CoverState = 'held' | 'applied' | 'released' | 'forfeited';

export interface CoverRow {
  registrationId: string;
  listingId: string;
  partyId: string;
  /** 分. */
  amount: bigint;
  used: bigint;
  state: CoverState;
}

const columns = `registration_id as "registrationId", listing_id as "listingId", party_id as "partyId", amount, used, state`;

/** Opens a party's wallet, if it has none, and locks it: everything that happens to it stands in one order. */
export async function lockWallet(tx: Tx, partyId: string): Promise<WalletSums> {
  await tx.query(
    `insert into deposit_wallet (party_id, region_code, opened_at)
     select id, region_code, app_now() from party where id = $1 on conflict do nothing`,
    [partyId],
  );
  await tx.query('select 1 from deposit_wallet where party_id = $1 for no key update', [partyId]);
  return findSums(tx, partyId);
}

export async function findSums(tx: Tx | ReadTx, partyId: string): Promise<WalletSums> {
  const [row] = await tx.query<WalletSums>(
    `select deposit_wallet_funds($1) as funds,
       coalesce((select sum(amount) from deposit_cover where party_id = $1 and state = 'held'), 0)::bigint as held`,
    [partyId],
  );
  return row ?? { funds: 0n, held: 0n };
}

export async function findCover(tx: Tx | ReadTx, registrationId: string): Promise<CoverRow | null> {
  const [row] = await tx.query<CoverRow>(`select ${columns} from deposit_cover where registration_id = $1`, [
    registrationId,
  ]);
  return row ?? null;
}

/** Those of the registrations that a wallet stands for, in one order for all who take their wallets' locks. */
export async function findCovered(tx: Tx, registrationIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select registration_id as id from deposit_cover where registration_id = any($1) order by party_id, registration_id',
    [registrationIds],
  );
  return rows.map(({ id }) => id);
}

export async function insertCover(
  tx: Tx,
  cover: Pick<CoverRow, 'registrationId' | 'listingId' | 'partyId' | 'amount'>,
  limitPct: number,
): Promise<void> {
  await tx.query(
    `insert into deposit_cover (registration_id, listing_id, party_id, region_code, amount, limit_pct, state, covered_at)
     select $1, $2, y.id, y.region_code, $4, $5, 'held', app_now() from party y where y.id = $3`,
    [cover.registrationId, cover.listingId, cover.partyId, cover.amount.toString(), limitPct],
  );
}

/** The database refuses every end but the first. */
export async function endCover(
  tx: Tx,
  registrationId: string,
  state: Exclude<CoverState, 'held'>,
  used: bigint,
): Promise<void> {
  await tx.query(
    `update deposit_cover set state = $2, used = $3, resolved_at = app_now() where registration_id = $1`,
    [registrationId, state, used.toString()],
  );
}

/** Money in a wallet that is neither used nor paid back, oldest first, under its locks. */
export async function lockWalletMoney(tx: Tx, partyId: string): Promise<{ id: string; left: bigint }[]> {
  return tx.query(
    `select id, amount - refunded - applied as left from payment
     where party_id = $1 and subject_type = 'wallet' and state = 'succeeded' and refunded + applied < amount
     order by id for no key update`,
    [partyId],
  );
}

/** Which money a cover used. */
export async function insertDraws(
  tx: Tx,
  registrationId: string,
  draws: readonly { paymentId: string; amount: bigint }[],
): Promise<void> {
  if (draws.length === 0) return;
  await tx.query(
    `with drawn as (
       select * from unnest($2::uuid[], $3::bigint[]) as t (id, amount)
     ), counted as (
       update payment p set applied = p.applied + d.amount from drawn d where p.id = d.id
       returning p.id, p.party_id, p.region_code, d.amount
     )
     insert into deposit_draw (registration_id, payment_id, party_id, region_code, amount)
     select $1, id, party_id, region_code, amount from counted`,
    [registrationId, draws.map(({ paymentId }) => paymentId), draws.map(({ amount }) => amount.toString())],
  );
}

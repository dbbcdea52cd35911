import type { PartyKind } from '../../../kernel/access/actor.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Suspension } from '../domain/suspension.js';

/** What this module's queries need to know of the parties that its rows point at. */
export interface PartyReference {
  id: string;
  code: string;
  kind: PartyKind;
  nameZh: string;
  regionCode: string;
  /** The county that gives consent; null for a standalone project owner and for seats of government. */
  countyName: string | null;
  standalone: boolean;
  beneficialGroup: string | null;
}

const columns = `
  y.id, y.code, y.kind, y.name_zh as "nameZh", y.region_code as "regionCode", y.standalone,
  (select c.name_zh from party c where c.id = y.county_id) as "countyName", y.beneficial_group as "beneficialGroup"`;

export async function findPartyById(tx: Tx | ReadTx, id: string): Promise<PartyReference | null> {
  const [row] = await tx.query<PartyReference>(`select ${columns} from party y where y.id = $1`, [id]);
  return row ?? null;
}

export async function findPartiesByCode(
  tx: Tx | ReadTx,
  codes: readonly string[],
): Promise<Map<string, PartyReference>> {
  const rows = await tx.query<PartyReference>(`select ${columns} from party y where y.code = any($1)`, [
    codes,
  ]);
  return new Map(rows.map((row) => [row.code, row]));
}

export async function findPartyByCode(tx: Tx | ReadTx, code: string): Promise<PartyReference | null> {
  return (await findPartiesByCode(tx, [code])).get(code) ?? null;
}

/** Every county of the region, in order of codes. */
export async function findCounties(tx: Tx | ReadTx): Promise<PartyReference[]> {
  return tx.query<PartyReference>(`select ${columns} from party y where y.kind = 'county' order by y.code`);
}

/** Whether the reader may look into a party's accounts: it is theirs, or of the region that they watch. */
export async function findVisibleParty(tx: ReadTx, code: string): Promise<PartyReference | null> {
  const [row] = await tx.query<PartyReference>(
    `select ${columns} from party y where y.code = $1 and app_may_see(y.id, y.region_code)`,
    [code],
  );
  return row ?? null;
}

/** Suspensions that nobody has lifted, of these parties. */
export async function findSuspensions(tx: Tx | ReadTx, partyIds: readonly string[]): Promise<Suspension[]> {
  return tx.query<Suspension>(
    `select ground, from_at as since, until_at as until from suspension
     where party_id = any($1) and lifted_at is null order by from_at`,
    [partyIds],
  );
}

/** Those of the parties of which a suspension, or one of a party of the same beneficial group, has not been lifted. */
export async function findUnderSuspension(tx: Tx | ReadTx, partyIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select y.id from party y where y.id = any($1) and exists (
       select from suspension s join party a on a.id = s.party_id
       where s.lifted_at is null and (a.id = y.id or a.beneficial_group = y.beneficial_group))`,
    [partyIds],
  );
  return rows.map((row) => row.id);
}

/** The other parties of a beneficial group (domain §9 "Bad record"). */
export async function findAffiliateIds(tx: Tx | ReadTx, party: PartyReference): Promise<string[]> {
  if (party.beneficialGroup === null) return [];
  const rows = await tx.query<{ id: string }>(
    'select id from party where beneficial_group = $1 and id <> $2',
    [party.beneficialGroup, party.id],
  );
  return rows.map((row) => row.id);
}

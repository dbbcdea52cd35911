import type { PartyKind } from '../../../kernel/access/actor.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface PartyRow {
  id: string;
  code: string;
  kind: PartyKind;
  nameZh: string;
  nameEn: string;
  regionCode: string;
  countyCode: string | null;
  standalone: boolean;
  beneficialGroup: string | null;
  suspended: boolean;
}

/** The columns of a party as the wire has them; `suspended` by market time. */
const partyColumns = `
  y.id, y.code, y.kind, y.name_zh as "nameZh", y.name_en as "nameEn", y.region_code as "regionCode",
  (select c.code from party c where c.id = y.county_id) as "countyCode", y.standalone,
  y.beneficial_group as "beneficialGroup",
  exists (select from suspension s where s.party_id = y.id and s.lifted_at is null and s.from_at <= app_now()
    and (s.until_at is null or s.until_at > app_now())) as suspended`;

export async function findPartyByCode(tx: Tx | ReadTx, code: string): Promise<PartyRow | null> {
  const [row] = await tx.query<PartyRow>(`select ${partyColumns} from party y where y.code = $1`, [code]);
  return row ?? null;
}

export async function findParty(tx: Tx | ReadTx, id: string): Promise<PartyRow | null> {
  const [row] = await tx.query<PartyRow>(`select ${partyColumns} from party y where y.id = $1`, [id]);
  return row ?? null;
}

export async function listParties(tx: ReadTx): Promise<PartyRow[]> {
  return tx.query<PartyRow>(`select ${partyColumns} from party y order by y.region_code, y.code`);
}

export async function insertParty(
  tx: Tx,
  party: Omit<PartyRow, 'countyCode' | 'suspended'> & { countyId: string | null },
): Promise<void> {
  await tx.query(
    `insert into party (id, code, kind, name_zh, name_en, region_code, county_id, standalone, beneficial_group, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, app_now())`,
    [
      party.id,
      party.code,
      party.kind,
      party.nameZh,
      party.nameEn,
      party.regionCode,
      party.countyId,
      party.standalone,
      party.beneficialGroup,
    ],
  );
}

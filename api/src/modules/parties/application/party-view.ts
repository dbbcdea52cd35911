import type { party } from '@muheng/contracts/parties';
import type { z } from 'zod';
import type { PartyRow } from '../persistence/party.repository.js';

/** A party as everyone may see it. */
export function partyView(row: PartyRow): z.input<typeof party> {
  const { id, code, kind, nameZh, nameEn, regionCode, countyCode, standalone, suspended } = row;
  return { id, code, kind, nameZh, nameEn, regionCode, countyCode, standalone, suspended };
}

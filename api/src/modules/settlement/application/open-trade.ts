import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { addQuantities, zeroQuantities } from '@muheng/contracts/common/component';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { AwardItem } from '../persistence/award.repository.js';
import { nextNumber } from '../persistence/number-series.js';
import { insertTradeItems } from '../persistence/trade-item.repository.js';
import { insertTrade, type NewTrade } from '../persistence/trade.repository.js';
import { insertStep } from '../persistence/trade-step.repository.js';

/** A trade begins with its publicity. Its quota is the caller's to put into settlement. Answers its id. */
export async function openTrade(
  tx: Tx,
  {
    items,
    ...award
  }: Omit<NewTrade, 'id' | 'number' | 'quantities' | 'deposit'> & {
    items: readonly AwardItem[];
  },
): Promise<string> {
  const id = uuidv7();
  await insertTrade(tx, {
    ...award,
    id,
    number: await nextNumber(tx, `NX-JY-${shanghaiYear(award.awardedAt)}`),
    quantities: items.reduce((sum, item) => addQuantities(sum, item.quantities), zeroQuantities),
    // Known for certain when the contract is signed and the deposit goes into the price.
    deposit: 0n,
  });
  await insertTradeItems(tx, id, items);
  await insertStep(tx, id, 'awarded');
  tx.audit('trade', id, { listing: award.listingId });
  tx.notify('market', { trade: id });
  return id;
}

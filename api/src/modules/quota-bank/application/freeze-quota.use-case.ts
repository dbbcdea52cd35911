import { Injectable } from '@nestjs/common';
import { formatQuantities, type QuotaKind, zeroQuantities } from '@muheng/contracts/common/component';
import type { freezeInput, quotaFreeze } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { totalOf } from '../domain/draw-quota.js';
import { raisePatchHit } from '../persistence/breach-alert.repository.js';
import {
  addFrozen,
  clearFrozen,
  findFreeze,
  findFrozenLots,
  type FreezeRow,
  type FrozenLotRow,
  insertFreeze,
  setLifted,
} from '../persistence/freeze.repository.js';
import {
  findPartyByCode,
  findPartyById,
  type PartyReference,
} from '../persistence/party-reference.repository.js';
import { findPartyStock, findStock, type StockRow } from '../persistence/stock.repository.js';
import { CountyFirst } from './county-first.service.js';
import { requireEnough, requireSomething, typedQuantities } from './held-enough.js';
import { keepFrozen } from './keep-frozen.js';
import { moveDraws } from './move-draws.js';

type Input = z.output<typeof freezeInput>;
export type FreezeView = z.input<typeof quotaFreeze>;
const quotas: readonly QuotaKind[] = ['LSQ', 'SFQ'];

/**
 * 冻结 and 解冻 by the region (domain §4, §5), which takes two people (oversight's measures): a party, a lot, or a stated amount of a lot, e.g. as much as a satellite
 * patch puts in doubt (§9). What is available moves to `frozen`; what is listed or in settlement stays where it is, and
 * the freeze holds its trade.
 */
@Injectable()
export class FreezeQuota {
  constructor(private readonly countyFirst: CountyFirst) {}

  /** Throws `quota.freeze-subject`, `party.not-found`, `quota.not-found`, `quota.nothing-asked`, `quota.insufficient`. */
  async freeze(tx: Tx, byPersonId: string, input: Input): Promise<FreezeView> {
    const asked = typedQuantities(input);
    checkSubject(input, asked !== null);
    const { party, lot } = await this.subjectOf(tx, input);
    for (const quota of lot ? [lot.quota] : quotas) await this.countyFirst.markStale(tx, party.id, quota);
    const id = uuidv7();
    await insertFreeze(tx, {
      ...{ id, partyId: party.id, lotId: lot?.lotId ?? null, ground: input.ground, reason: input.reason },
      ...{ patchNo: input.patchNo ?? null, partial: asked !== null, byPersonId },
    });
    if (lot && asked) await this.holdPart(tx, party, lot, id, asked);
    else await this.holdAll(tx, party, lot);
    if (input.ground === 'satellite-patch') await raisePatchHit(tx, id);
    tx.audit('quota-freeze', id, { party: party.code, lot: lot?.number ?? null, reason: input.reason });
    return this.view(tx, id);
  }

  /** Throws `quota.freeze-not-found`. What another freeze still holds goes over to it. */
  async lift(tx: Tx, id: string, reason: string): Promise<FreezeView> {
    const known = await findFreeze(tx, id);
    if (!known) throw new Refusal('quota.freeze-not-found', { params: { freeze: id } });
    for (const quota of quotas) await this.countyFirst.markStale(tx, known.partyId, quota);
    const freeze = await findFreeze(tx, id);
    if (!freeze || freeze.liftedAt !== null) {
      throw new Refusal('quota.freeze-not-found', { params: { freeze: id } });
    }
    const held = await findFrozenLots(tx, [id]);
    await setLifted(tx, id, reason);
    await clearFrozen(tx, id);
    for (const quota of quotas) {
      const move = { subjectType: 'freeze', subjectId: id, partyId: freeze.partyId, quota } as const;
      const draws = held.filter((lot) => lot.quota === quota);
      await moveDraws(tx, { ...move, kind: 'unfreeze', from: 'frozen', to: 'available' }, draws);
    }
    await keepFrozen(
      tx,
      held.map((lot) => lot.lotId),
    );
    tx.audit('quota-freeze', id, { reason });
    return this.view(tx, id);
  }

  private async subjectOf(tx: Tx, input: Input): Promise<{ party: PartyReference; lot: StockRow | null }> {
    if (input.lotId !== undefined) {
      const [lot] = await findStock(tx, [input.lotId], 'available');
      const party = lot && (await findPartyById(tx, lot.ownerId));
      if (!lot || !party) {
        throw new Refusal('quota.not-found', { params: { lot: input.lotId }, pointer: '/lotId' });
      }
      return { party, lot };
    }
    const party = await findPartyByCode(tx, input.party ?? '');
    if (!party) throw new Refusal('party.not-found', { params: { party: input.party }, pointer: '/party' });
    return { party, lot: null };
  }

  private async holdPart(
    tx: Tx,
    party: PartyReference,
    { lotId, quota }: StockRow,
    id: string,
    quantities: StockRow['holds'],
  ): Promise<void> {
    requireSomething(quantities);
    const [lot] = await findStock(tx, [lotId], 'available');
    requireEnough(party.nameZh, lot?.holds ?? zeroQuantities, quantities);
    const move = { subjectType: 'freeze', subjectId: id, partyId: party.id, quota } as const;
    await addFrozen(tx, id, [{ lotId, quantities }]);
    await moveDraws(tx, { ...move, kind: 'freeze', from: 'available', to: 'frozen' }, [
      { lotId, quantities },
    ]);
  }

  /** A new freeze takes what is available through the same door as everything that comes back later. */
  private async holdAll(tx: Tx, party: PartyReference, lot: StockRow | null): Promise<void> {
    if (lot) return keepFrozen(tx, [lot.lotId]);
    const ids: string[] = [];
    for (const quota of quotas) {
      ids.push(...(await findPartyStock(tx, party.id, quota, 'available')).map((each) => each.lotId));
    }
    await keepFrozen(tx, ids);
  }

  private async view(tx: Tx, id: string): Promise<FreezeView> {
    const freeze = await findFreeze(tx, id);
    if (!freeze) throw new Error(`freeze ${id} vanished`);
    return freezeView(freeze, await findFrozenLots(tx, [id]));
  }
}

function checkSubject({ party, lotId, ground, patchNo }: Input, isPart: boolean): void {
  const hasOne = (party === undefined) !== (lotId === undefined);
  const partOfLot = !isPart || lotId !== undefined;
  const patchNamed = (ground === 'satellite-patch') === (patchNo !== undefined);
  if (!hasOne || !partOfLot || !patchNamed) throw new Refusal('quota.freeze-subject', { pointer: '/lotId' });
}

export function freezeView(row: FreezeRow, held: readonly FrozenLotRow[]): FreezeView {
  const { id, party, lotId, lotNumber, ground, patchNo, partial, reason, liftReason } = row;
  const of = (quota: QuotaKind) =>
    formatQuantities(totalOf(held.filter((lot) => lot.freezeId === id && lot.quota === quota)));
  return {
    ...{ id, party, lotId, lotNumber, ground, patchNo, partial, reason, liftReason },
    held: { SFQ: of('SFQ'), LSQ: of('LSQ') },
    frozenAt: row.frozenAt.toISOString(),
    liftedAt: row.liftedAt?.toISOString() ?? null,
  };
}

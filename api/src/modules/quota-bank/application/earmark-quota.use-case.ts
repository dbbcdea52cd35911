import { Injectable } from '@nestjs/common';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { parseQuantities } from '@muheng/contracts/common/component';
import type { earmarkInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type Draw, drawFrom, totalOf } from '../domain/draw-quota.js';
import { findNeed } from '../persistence/need.repository.js';
import { takeNumbers } from '../persistence/number-series.js';
import type { PartyReference } from '../persistence/party-reference.repository.js';
import { addToUseLots } from '../persistence/quota-use-lot.repository.js';
import {
  afterEarmark,
  coverNeed,
  findUse,
  findUseOfProject,
  insertUse,
  saveUse,
  type UseRow,
} from '../persistence/quota-use.repository.js';
import { findPartyStock, findStock, holdsOf } from '../persistence/stock.repository.js';
import { CountyFirst } from './county-first.service.js';
import { requireEnough, requireSomething } from './held-enough.js';
import { holderOf } from './holder-of.js';
import { moveDraws } from './move-draws.js';
import { type UseDetail, useDetail } from './use-views.js';

type Input = z.output<typeof earmarkInput>;

/**
 * 挂钩: a party ties quota of its own to one of its construction projects (domain §5, §8 tier 0). Bought quota counts
 * as available until then; the registered need that it covers leaves Need in the same transaction, so that the margin
 * stays as it was.
 */
@Injectable()
export class EarmarkQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Throws `quota.nothing-asked`, `quota.need-not-found`, `quota.not-found` (a lot that is not the party's own),
   * `quota.frozen` and `quota.not-saleable` (a lot named that is frozen or expired), `quota.insufficient`.
   */
  async execute(context: CommandContext, input: Input): Promise<UseDetail> {
    const command = { name: 'quota-bank.earmark', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const holder = await holderOf(tx, context);
      await this.countyFirst.markStale(tx, holder.id, input.quota);
      const needId = await ownNeed(tx, holder, input);
      const draws =
        input.lots === undefined ? await drawOwn(tx, holder, input) : await drawNamed(tx, holder, input);
      const use = await this.useOf(tx, context, holder, input);
      const added = totalOf(draws);
      await saveUse(tx, use.id, afterEarmark(use, added, needId ?? use.needId));
      await addToUseLots(tx, use.id, draws, 1);
      const move = { subjectType: 'use', subjectId: use.id, partyId: holder.id, quota: input.quota } as const;
      await moveDraws(tx, { ...move, kind: 'earmark', from: 'available', to: 'earmarked' }, draws);
      failpoint('bank:within-earmark');
      for (const id of new Set([needId, use.needId])) if (id !== null) await coverNeed(tx, id);
      tx.audit('quota-use', use.id, { number: use.number, project: input.projectCode });
      return useDetail(tx, use.id);
    });
  }

  /** The one use of this project: the margin row's lock keeps a second one from being made beside it. */
  private async useOf(
    tx: Tx,
    context: CommandContext,
    holder: PartyReference,
    input: Input,
  ): Promise<UseRow> {
    const known = await findUseOfProject(tx, holder.id, input.quota, input.projectCode);
    if (known) return known;
    const [number = ''] = await takeNumbers(tx, [`USE-${shanghaiYear(tx.now)}-${holder.code}`]);
    const id = uuidv7();
    const { quota, projectCode, projectName } = input;
    await insertUse(tx, {
      ...{ id, number, quota, projectCode, projectName },
      partyId: holder.id,
      regionCode: holder.regionCode,
      needId: null,
      byPersonId: context.actor.personId,
    });
    const made = await findUse(tx, id);
    if (!made) throw new Error(`use ${id} vanished`);
    return made;
  }
}

async function ownNeed(tx: Tx, holder: PartyReference, { needId, quota }: Input): Promise<string | null> {
  if (needId === undefined) return null;
  const need = await findNeed(tx, needId);
  if (need?.partyId !== holder.id || need.quota !== quota || need.status === 'withdrawn') {
    throw new Refusal('quota.need-not-found', { params: { need: needId }, pointer: '/needId' });
  }
  return needId;
}

/** Out of all lots that are neither frozen nor expired, in the order in which they are used up. */
async function drawOwn(tx: Tx, holder: PartyReference, input: Input): Promise<Draw[]> {
  const asked = parseQuantities(input);
  requireSomething(asked);
  const stock = await findPartyStock(tx, holder.id, input.quota, 'available');
  const usable = stock.filter((lot) => !lot.isFrozen && !lot.isExpired);
  requireEnough(holder.nameZh, holdsOf(usable), asked);
  return drawFrom(usable, asked).draws;
}

async function drawNamed(tx: Tx, holder: PartyReference, input: Input): Promise<Draw[]> {
  const wanted = (input.lots ?? []).map(({ lotId, ...wire }) => ({
    lotId,
    quantities: parseQuantities(wire),
  }));
  const stock = new Map(
    (
      await findStock(
        tx,
        wanted.map((each) => each.lotId),
        'available',
      )
    ).map((row) => [row.lotId, row]),
  );
  for (const [index, { lotId, quantities }] of wanted.entries()) {
    const pointer = `/lots/${index}/lotId`;
    requireSomething(quantities, `/lots/${index}/areaHa`);
    const lot = stock.get(lotId);
    if (lot?.ownerId !== holder.id || lot.quota !== input.quota) {
      throw new Refusal('quota.not-found', { params: { lot: lotId }, pointer });
    }
    if (lot.freezeReason !== null) {
      const params = { party: holder.nameZh, lot: lot.number, reason: lot.freezeReason };
      throw new Refusal('quota.frozen', { params, pointer });
    }
    if (lot.isExpired) {
      throw new Refusal('quota.not-saleable', { params: { lot: lot.number, cause: 'expired' }, pointer });
    }
    requireEnough(holder.nameZh, lot.holds, quantities);
  }
  return wanted;
}

import { Injectable } from '@nestjs/common';
import { shanghaiYear } from '@muheng/contracts/common/calendar';
import { parseQuantities } from '@muheng/contracts/common/component';
import type { writeOffInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { countedArea, refuseOverAllowance } from '../domain/allowance.js';
import { refuseImbalance } from '../domain/balance-rule.js';
import { type Draw, drawFrom } from '../domain/draw-quota.js';
import { findAllowance } from '../persistence/allowance.repository.js';
import { takeNumbers } from '../persistence/number-series.js';
import { addToUseLots, findUseLots, type UseLotRow } from '../persistence/quota-use-lot.repository.js';
import { afterWriteOff, saveUse, type UseRow } from '../persistence/quota-use.repository.js';
import { findStock } from '../persistence/stock.repository.js';
import { insertWriteOff } from '../persistence/write-off.repository.js';
import { CountyFirst } from './county-first.service.js';
import { askedOf } from './held-enough.js';
import { moveDraws } from './move-draws.js';
import { lockOwnUse } from './own-use.js';
import { type UseDetail, useDetail } from './use-views.js';

type Input = z.output<typeof writeOffInput>;

/**
 * 核销: the final consumption of earmarked quota when a construction project is approved (domain §3, §7). A project may
 * be approved in parts: each approval is one write-off with its own confirmation sheet, tested on its own for
 * 占一补一, 占优补优 and 占水田补水田. Nothing brings a written-off unit back.
 */
@Injectable()
export class WriteOffQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Throws `quota.use-not-found`, `access.same-person` (whoever earmarked does not write off), `quota.nothing-asked`,
   * `quota.nothing-held`, `quota.balance-rule`, `quota.frozen`, `quota.allowance-exceeded`.
   */
  async execute(context: CommandContext, id: string, input: Input): Promise<UseDetail> {
    const command = { name: 'quota-bank.write-off', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      const use = await lockOwnUse(tx, this.countyFirst, context, id);
      if (use.byPersonId === context.actor.personId) throw new Refusal('access.same-person');
      const supplied = askedOf(use.held, input, use.number);
      const occupied = input.occupied === undefined ? supplied : parseQuantities(input.occupied);
      const unbalanced = refuseImbalance(occupied, supplied);
      if (unbalanced) {
        throw new Refusal(unbalanced.refused, { params: unbalanced.params ?? {}, pointer: '/occupied' });
      }
      const lots = await findUseLots(tx, id);
      const { draws } = drawFrom(
        lots.map(({ lotId, held }) => ({ lotId, holds: held })),
        supplied,
      );
      await refuseFrozen(tx, use, draws);
      const counted = await countAgainstAllowance(tx, use, occupied.area, lots, draws);
      const writeOffId = uuidv7();
      const [number = ''] = await takeNumbers(tx, [`QRD-${shanghaiYear(tx.now)}-${use.party}`]);
      const { documentNo, approver } = input;
      await insertWriteOff(
        tx,
        {
          ...{
            id: writeOffId,
            number,
            useId: id,
            quantities: supplied,
            occupied,
            counted,
            documentNo,
            approver,
          },
          ...{ partyId: use.partyId, regionCode: use.regionCode, byPersonId: context.actor.personId },
        },
        draws,
      );
      failpoint('bank:within-write-off');
      await addToUseLots(tx, id, draws, -1);
      await saveUse(tx, id, afterWriteOff(use, supplied));
      const move = { subjectType: 'use', subjectId: id, partyId: use.partyId, quota: use.quota } as const;
      await moveDraws(tx, { ...move, kind: 'write-off', from: 'earmarked', to: 'written-off' }, draws);
      tx.audit('quota-use', id, { number: use.number, writeOff: number, documentNo });
      return useDetail(tx, id);
    });
  }
}

/** m² that count against this year's allowance. A year that nobody has settled an allowance for sets no bound yet. */
async function countAgainstAllowance(
  tx: Tx,
  use: UseRow,
  occupied: bigint,
  lots: readonly UseLotRow[],
  draws: readonly Draw[],
): Promise<bigint> {
  if (use.quota === 'LSQ') return 0n;
  const supplies = draws.flatMap((draw) => {
    const lot = lots.find((each) => each.lotId === draw.lotId);
    return lot ? [{ area: draw.quantities.area, regime: lot.regime, isBought: lot.isBought }] : [];
  });
  const counted = countedArea(occupied, supplies);
  const year = shanghaiYear(tx.now);
  const standing = await findAllowance(tx, use.partyId, year);
  const over =
    standing && refuseOverAllowance(use.partyName, year, { ...standing, allowance: standing.area }, counted);
  if (over) throw new Refusal(over.refused, { params: over.params ?? {}, pointer: '/occupied/areaHa' });
  return counted;
}

/** A freeze of the whole lot, or of the party, holds what is earmarked too. */
async function refuseFrozen(tx: Tx, use: UseRow, draws: readonly Draw[]): Promise<void> {
  const stock = await findStock(
    tx,
    draws.map((draw) => draw.lotId),
    'earmarked',
  );
  const frozen = stock.find((lot) => lot.freezeReason !== null);
  if (!frozen) return;
  const params = { party: use.partyName, lot: frozen.number, reason: frozen.freezeReason };
  throw new Refusal('quota.frozen', { params });
}

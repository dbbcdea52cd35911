import { Injectable } from '@nestjs/common';
import { addMonths, shanghaiYear } from '@muheng/contracts/common/calendar';
import { formatQuantities, parseQuantities, type Quantities } from '@muheng/contracts/common/component';
import type { defectInput, defectOutcome } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import { drawFrom, overOf, totalOf } from '../domain/draw-quota.js';
import { replacementMonths } from '../domain/replacement.js';
import { takeNumbers } from '../persistence/number-series.js';
import { findPartyByCode } from '../persistence/party-reference.repository.js';
import { findProjects, type ProjectRow } from '../persistence/project.repository.js';
import { insertAct } from '../persistence/quota-act.repository.js';
import { findDuty, insertDuty } from '../persistence/replacement.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';
import { findProjectStock, type StockRow } from '../persistence/stock.repository.js';
import { CountyFirst } from './county-first.service.js';
import { requireEnough, requireSomething } from './held-enough.js';
import { dutyView } from './replacement-view.js';
import { takeOut } from './take-out.js';

type Input = z.output<typeof defectInput>;

/**
 * A defect found in a banked project (domain §14): what its county still has of it is deducted at once, frozen quota
 * first. For what has left (sold, used, or on its way) the county owes like-for-like within twelve months; the buyer's
 * quota and its written-off project stay untouched.
 */
@Injectable()
export class RecordDefect {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws `request.not-found`, `quota.nothing-asked`, `quota.insufficient` (more than the project ever gave). */
  async execute(
    context: CommandContext,
    number: string,
    input: Input,
  ): Promise<z.input<typeof defectOutcome>> {
    const command = { name: 'quota-bank.record-defect', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { number, ...input }, (tx) =>
      this.within(tx, context, number, input),
    );
  }

  /** The same within a command of its caller, e.g. a yearly check of care that failed. */
  async within(
    tx: Tx,
    context: CommandContext,
    number: string,
    input: Input,
  ): Promise<z.input<typeof defectOutcome>> {
    const [project] = await findProjects(tx, [number], []);
    const county = project && (await findPartyByCode(tx, project.owner));
    if (project?.status !== 'banked' || !county) throw new Refusal('request.not-found');
    const asked = parseQuantities(input);
    requireSomething(asked);
    requireEnough(project.name, quantitiesOf(project), asked);
    await this.countyFirst.markStale(tx, county.id, project.quota);
    const deducted = await this.deduct(tx, context, project, county.id, asked, input);
    const owed = overOf(asked, deducted);
    const dutyId = isNothing(owed) ? null : uuidv7();
    if (dutyId !== null) await this.oblige(tx, context, dutyId, project, county.id, owed, input);
    const duty = dutyId === null ? null : await findDuty(tx, dutyId);
    tx.audit('project', project.id, { deducted: formatQuantities(deducted), owed: formatQuantities(owed) });
    return { deducted: formatQuantities(deducted), duty: duty && dutyView(duty) };
  }

  /** Lot by lot: one act each, with the document that orders it. Answers how much was deducted. */
  private async deduct(
    tx: Tx,
    context: CommandContext,
    project: ProjectRow,
    countyId: string,
    asked: Quantities,
    { documentNo, reason }: Input,
  ): Promise<Quantities> {
    const frozen = await findProjectStock(tx, project.id, countyId, 'frozen');
    const available = await findProjectStock(tx, project.id, countyId, 'available');
    const lots = new Map<string, StockRow>([...available, ...frozen].map((row) => [row.lotId, row]));
    const fromFrozen = drawFrom(stocksOf(frozen), asked);
    const fromAvailable = drawFrom(stocksOf(available), fromFrozen.missing);
    const parts = [
      ...fromFrozen.draws.map((draw) => ({ ...draw, frozen: draw.quantities })),
      ...fromAvailable.draws.map((draw) => ({ ...draw, frozen: parseQuantities({}) })),
    ];
    for (const { lotId, quantities, frozen: held } of parts) {
      const lot = lots.get(lotId);
      if (!lot) continue;
      const id = uuidv7();
      const [number = ''] = await takeNumbers(tx, [`ACT-${shanghaiYear(tx.now)}`]);
      await takeOut(
        tx,
        { kind: 'deduction', subjectType: 'act', subjectId: id, to: 'deducted' },
        lot,
        held,
        quantities,
      );
      await insertAct(tx, {
        ...{
          id,
          number,
          kind: 'deduction',
          lotId,
          newLotId: null,
          paid: null,
          quantities,
          documentNo,
          reason,
        },
        byPersonId: context.actor.personId,
      });
    }
    return totalOf(parts);
  }

  private async oblige(
    tx: Tx,
    context: CommandContext,
    id: string,
    project: ProjectRow,
    partyId: string,
    quantities: Quantities,
    { documentNo, reason }: Input,
  ): Promise<void> {
    const [number = ''] = await takeNumbers(tx, [`REP-${shanghaiYear(tx.now)}`]);
    await insertDuty(tx, {
      ...{ id, number, partyId, quantities, documentNo, reason },
      ...{ projectId: project.id, quota: project.quota, grade: project.grade },
      dueAt: addMonths(tx.now, replacementMonths),
      byPersonId: context.actor.personId,
    });
  }
}

const stocksOf = (rows: readonly StockRow[]) => rows.map(({ lotId, holds }) => ({ lotId, holds }));

import { Injectable } from '@nestjs/common';
import { addMonths, shanghaiDay, shanghaiYear } from '@muheng/contracts/common/calendar';
import {
  addQuantities,
  formatQuantities,
  parseQuantities,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { lendInput, quotaLoan, returnLoanInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { readable } from '../domain/amounts.js';
import { type Draw, drawFrom, shortComponent } from '../domain/draw-quota.js';
import { takeNumbers } from '../persistence/number-series.js';
import { findPartyByCode, type PartyReference } from '../persistence/party-reference.repository.js';
import { findLoan, insertLoan, type LoanRow, saveReturned } from '../persistence/quota-loan.repository.js';
import { findPartyStock, holdsOf } from '../persistence/stock.repository.js';
import { CountyFirst } from './county-first.service.js';
import { handOver } from './hand-over.js';
import { PolicyReader } from './policy.reader.js';
import { requireEnough, requireSomething, typedQuantities } from './held-enough.js';
import { holderOf } from './holder-of.js';

export type LoanView = z.input<typeof quotaLoan>;
type Quota = LoanRow['quota'];

/**
 * 借用 and 归还 (domain §11 F4): the region's reserve lends to a county, which gives back as much of any lot of its own.
 * Until then the county lists nothing of that indicator (domain §8, condition 5).
 */
@Injectable()
export class LendQuota {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
    private readonly policies: PolicyReader,
  ) {}

  /** Throws `party.not-found`, `quota.nothing-asked`, `quota.insufficient` (the reserve holds less), `quota.turnover-too-long`. */
  async lend(context: CommandContext, input: z.output<typeof lendInput>): Promise<LoanView> {
    const command = { name: 'quota-bank.lend', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const borrower = await findPartyByCode(tx, input.borrower);
      const region = await findPartyByCode(tx, regionDepartmentCode);
      if (borrower?.kind !== 'county' || !region) {
        throw new Refusal('party.not-found', { params: { party: input.borrower }, pointer: '/borrower' });
      }
      await this.refuseLongTurnover(tx, input);
      const quantities = parseQuantities(input);
      requireSomething(quantities);
      await this.lockBoth(tx, borrower, region, input.quota);
      const draws = await drawAvailable(tx, region, input.quota, quantities);
      const id = uuidv7();
      const [number = ''] = await takeNumbers(tx, [`LOAN-${shanghaiYear(tx.now)}`]);
      const { quota, dueOn, documentNo, reason } = input;
      const { personId } = context.actor;
      await insertLoan(tx, {
        ...{ id, number, quota, quantities, dueOn, documentNo, reason, byPersonId: personId },
        ...{ borrowerId: borrower.id, lenderId: region.id },
      });
      await handOver(
        tx,
        { kind: 'borrowed', subjectType: 'loan', subjectId: id, quota, to: borrower },
        draws,
      );
      tx.audit('quota-loan', id, { number, borrower: borrower.code });
      return this.view(tx, id);
    });
  }

  /** All that is outstanding, or a part. Throws `quota.loan-not-found`, `quota.loan-exceeded`, `quota.insufficient`. */
  async giveBack(
    context: CommandContext,
    id: string,
    input: z.output<typeof returnLoanInput>,
  ): Promise<LoanView> {
    const command = { name: 'quota-bank.return-loan', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      const borrower = await holderOf(tx, context);
      const known = await findLoan(tx, id);
      const region = known && (await findPartyByCode(tx, known.lender));
      if (!region || known.borrowerId !== borrower.id) {
        throw new Refusal('quota.loan-not-found', { params: { loan: id } });
      }
      await this.lockBoth(tx, borrower, region, known.quota);
      const loan = (await findLoan(tx, id)) ?? known;
      const quantities = typedQuantities(input) ?? outstandingOf(loan);
      requireSomething(quantities);
      refuseTooMuch(loan, quantities);
      const draws = await drawAvailable(tx, borrower, loan.quota, quantities);
      const hand = {
        kind: 'returned-loan',
        subjectType: 'loan',
        subjectId: id,
        quota: loan.quota,
        to: region,
      } as const;
      await handOver(tx, hand, draws);
      failpoint('bank:within-return');
      await saveReturned(tx, id, addQuantities(loan.returned, quantities));
      tx.audit('quota-loan', id, { number: loan.number, returned: formatQuantities(quantities) });
      return this.view(tx, id);
    });
  }

  /** 周转指标 comes back within the policy's term (domain §3 `turnoverQuota`, 国土资发〔2008〕138号). */
  private async refuseLongTurnover(tx: Tx, { quota, dueOn }: { quota: Quota; dueOn: string }): Promise<void> {
    const months = (await this.policies.current(tx)).values.lsqTurnoverMonths;
    if (quota !== 'LSQ' || months === 0) return;
    const latest = shanghaiDay(addMonths(tx.now, months));
    if (dueOn <= latest) return;
    throw new Refusal('quota.turnover-too-long', {
      params: { months: String(months), latest },
      pointer: '/dueOn',
    });
  }

  private async lockBoth(tx: Tx, one: PartyReference, other: PartyReference, quota: Quota): Promise<void> {
    await this.countyFirst.markAllStale(tx, [one.id, other.id].sort(), quota);
  }

  private async view(tx: Tx, id: string): Promise<LoanView> {
    const row = await findLoan(tx, id);
    if (!row) throw new Error(`loan ${id} vanished`);
    return loanView(row);
  }
}

async function drawAvailable(
  tx: Tx,
  party: PartyReference,
  quota: Quota,
  quantities: LoanRow['quantities'],
): Promise<Draw[]> {
  const stock = await findPartyStock(tx, party.id, quota, 'available');
  const usable = stock.filter((lot) => !lot.isFrozen && !lot.isExpired);
  requireEnough(party.nameZh, holdsOf(usable), quantities);
  return drawFrom(usable, quantities).draws;
}

const outstandingOf = (loan: LoanRow): LoanRow['quantities'] =>
  subtractQuantities(loan.quantities, loan.returned);

function refuseTooMuch(loan: LoanRow, asked: LoanRow['quantities']): void {
  const outstanding = outstandingOf(loan);
  const component = shortComponent(outstanding, asked);
  if (component === null) return;
  throw new Refusal('quota.loan-exceeded', {
    params: {
      component,
      asked: readable(component, asked[component]),
      held: readable(component, outstanding[component]),
    },
  });
}

export function loanView(row: LoanRow): LoanView {
  const { id, number, borrower, quota, dueOn, documentNo, reason } = row;
  return {
    ...{ id, number, borrower, quota, dueOn, documentNo, reason },
    quantities: formatQuantities(row.quantities),
    returned: formatQuantities(row.returned),
    outstanding: formatQuantities(outstandingOf(row)),
    lentAt: row.lentAt.toISOString(),
    returnedAt: row.returnedAt?.toISOString() ?? null,
  };
}

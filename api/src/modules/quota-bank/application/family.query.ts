import { Injectable } from '@nestjs/common';
import { formatQuantities } from '@muheng/contracts/common/component';
import type { families, family, familyQuery } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import {
  findFamilyActs,
  findFamilyListings,
  findFamilyLots,
  findFamilyTrades,
  findFamilyUses,
  findOrigins,
} from '../persistence/family.repository.js';
import { readLotHoldings } from '../persistence/holdings.repository.js';
import { projectOf } from './project-record.queries.js';
import { loanOfLot, projectView } from './quota-bank-views.js';

type Family = z.input<typeof family>;

/** The family tree of every square metre (issue 3): from an origin project to the projects that used it, and back. */
@Injectable()
export class FamilyQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The trees behind a project, a lot or a use: whoever may see one place of a tree (its project, a lot that they hold,
   * their region) sees all of it. A use that draws from several projects has several trees. Throws `request.not-found`.
   */
  async find(actor: Actor, query: z.output<typeof familyQuery>): Promise<z.input<typeof families>> {
    const numbers = await this.unitOfWork.read(actor, (tx) => findOrigins(tx, query));
    if (numbers.length === 0) throw new Refusal('request.not-found');
    return this.unitOfWork.readMarket(async (tx) => {
      const items: Family[] = [];
      for (const number of numbers) items.push(await this.tree(tx, number));
      return { items };
    });
  }

  private async tree(tx: ReadTx, number: string): Promise<Family> {
    const project = await projectOf(tx, number);
    const lots = await findFamilyLots(tx, project.id);
    const ids = lots.map((lot) => lot.id);
    const holdings = await readLotHoldings(tx, ids);
    const listings = await findFamilyListings(tx, ids);
    const trades = await findFamilyTrades(tx, ids);
    const uses = await findFamilyUses(tx, ids);
    const acts = await findFamilyActs(tx, ids);
    return {
      project: projectView(project),
      lots: lots.map(({ loanNumber, lender, loanDueOn, loanReturnedAt, ...lot }) => ({
        ...lot,
        loan: loanOfLot({ loanNumber, lender, loanDueOn, loanReturnedAt }),
        quantities: formatQuantities(lot.quantities),
        holds: [...(holdings.get(lot.id) ?? [])]
          .filter(([, quantities]) => !isNothing(quantities))
          .map(([bucket, quantities]) => ({ bucket, quantities: formatQuantities(quantities) })),
        createdAt: lot.createdAt.toISOString(),
      })),
      listings: listings.map((each) => ({
        ...each,
        quantities: formatQuantities(each.quantities),
        noticeAt: each.noticeAt?.toISOString() ?? null,
      })),
      trades: trades.map((each) => ({ ...each, quantities: formatQuantities(each.quantities) })),
      uses: uses.map((each) => ({
        ...each,
        quantities: formatQuantities(each.quantities),
        writtenOff: formatQuantities(each.writtenOff),
      })),
      acts: acts.map((each) => ({
        ...each,
        quantities: formatQuantities(each.quantities),
        at: each.at.toISOString(),
      })),
    };
  }
}

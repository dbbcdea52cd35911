import { Injectable } from '@nestjs/common';
import { formatQuantities } from '@muheng/contracts/common/component';
import type {
  lotDetail,
  lotPage,
  lotQuery,
  partyAccounts,
  projectDetail,
  projectPage,
  projectQuery,
} from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { readLotHoldings, readPartyHoldings } from '../persistence/holdings.repository.js';
import { findLotFamily, findLotMovements } from '../persistence/lot-family.repository.js';
import { findLot, listLots, listLotsOfProject } from '../persistence/lot.repository.js';
import { findVisibleParty } from '../persistence/party-reference.repository.js';
import { findProjectById, findProjects, listProjects } from '../persistence/project.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';
import { pageOf } from './page-of.js';
import { balancesView, lotView, projectView } from './quota-bank-views.js';

/** Projects, lots and accounts, under the reader's own sight: what they may not see does not exist. */
@Injectable()
export class LotQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async projects(actor: Actor, query: z.output<typeof projectQuery>): Promise<z.input<typeof projectPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listProjects(tx, { ...query, after: query.cursor ?? null });
      return pageOf(rows, query.limit, (row) => row.number, projectView);
    });
  }

  /** Throws `request.not-found`. */
  async project(actor: Actor, number: string): Promise<z.input<typeof projectDetail>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const [row] = await findProjects(tx, [number], []);
      if (!row) throw new Refusal('request.not-found');
      const lots = await listLotsOfProject(tx, row.id);
      const holdings = await readLotHoldings(
        tx,
        lots.map((lot) => lot.id),
      );
      return { project: projectView(row), lots: lots.map((lot) => lotView(lot, holdings.get(lot.id))) };
    });
  }

  async lots(actor: Actor, query: z.output<typeof lotQuery>): Promise<z.input<typeof lotPage>> {
    const saleable = query.saleable === undefined ? undefined : query.saleable === 'true';
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listLots(tx, { ...query, saleable, after: query.cursor ?? null });
      const holdings = await readLotHoldings(
        tx,
        rows.map((row) => row.id),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => row.number,
        (row) => lotView(row, holdings.get(row.id)),
      );
    });
  }

  /** A lot with where it came from, what became of it, and what befell it. Throws `quota.not-found`. */
  async lot(actor: Actor, id: string): Promise<z.input<typeof lotDetail>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const row = await findLot(tx, id);
      const project = row && (await findProjectById(tx, row.projectId));
      if (!row || !project) throw new Refusal('quota.not-found', { params: { lot: id } });
      const holdings = await readLotHoldings(tx, [id]);
      const family = await findLotFamily(tx, id);
      const movements = await findLotMovements(tx, id);
      return {
        lot: lotView(row, holdings.get(id)),
        project: projectView(project),
        family: family.map(({ area, paddy, capacity, createdAt, ...rest }) => ({
          ...rest,
          quantities: formatQuantities(quantitiesOf({ area, paddy, capacity })),
          createdAt: createdAt.toISOString(),
        })),
        movements: movements.map(({ area, paddy, capacity, at, ...rest }) => ({
          ...rest,
          at: at.toISOString(),
          quantities: formatQuantities(quantitiesOf({ area, paddy, capacity })),
        })),
      };
    });
  }

  /** What a party holds, bucket by bucket. Throws `party.not-found`. */
  async accounts(actor: Actor, partyCode: string): Promise<z.input<typeof partyAccounts>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const party = await findVisibleParty(tx, partyCode);
      if (!party) throw new Refusal('party.not-found', { params: { party: partyCode } });
      const sfq = await readPartyHoldings(tx, [party.id], 'SFQ');
      const lsq = await readPartyHoldings(tx, [party.id], 'LSQ');
      return {
        party: party.code,
        SFQ: balancesView(sfq.get(party.id)),
        LSQ: balancesView(lsq.get(party.id)),
      };
    });
  }
}

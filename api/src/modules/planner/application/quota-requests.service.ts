import { Injectable } from '@nestjs/common';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { answerRequestInput, quotaRequest } from '@muheng/contracts/planner';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { DraftListing } from '../../listings/application/draft-listing.use-case.js';
import {
  findRequests,
  lockRequest,
  type RequestRow,
  settleRequest,
} from '../persistence/quota-request.repository.js';

type View = z.input<typeof quotaRequest>;

/** Buyers ask for quota that is not listed; its owner lists it to them by name, or declines (domain §11 F3, F4). */
@Injectable()
export class QuotaRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftListing,
  ) {}

  /** Asked by the reader's party or of it. */
  async list({ partyId }: Actor): Promise<{ items: View[] }> {
    if (partyId === null) return { items: [] };
    const rows = await this.unitOfWork.readMarket((tx) => findRequests(tx, partyId));
    return { items: rows.map((row) => viewOf(row, partyId)) };
  }

  /**
   * The owner's answer, once. Accepting drafts the listing that names the buyer, in the same transaction; certificate,
   * county-first and approvals are its own way from there. Declining tells the plan that asked. Throws
   * `planner.request-not-found`, `planner.request-answered`, and what a draft is refused with.
   */
  async answer(
    context: CommandContext,
    id: string,
    { decision, reason }: z.output<typeof answerRequestInput>,
  ): Promise<View> {
    const { partyId, personId } = context.actor;
    const command = { name: 'planner.answer-request', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, decision, reason }, async (tx) => {
      const row = await lockRequest(tx, id);
      if (!row || partyId === null || row.ownerId !== partyId) throw new Refusal('planner.request-not-found');
      if (row.state !== 'open')
        throw new Refusal('planner.request-answered', { params: { lot: row.lotNumber, state: row.state } });
      const listing = decision === 'accepted' ? await this.drafts.within(tx, context, draftOf(row)) : null;
      const answer = {
        state: decision,
        reason: reason ?? null,
        listingId: listing?.id ?? null,
        by: personId,
      };
      await settleRequest(tx, id, answer);
      tx.audit('quota-request', id, { decision, listing: answer.listingId });
      if (decision === 'declined') tx.publish('plan.declined', { subjectId: id });
      tx.notify('market', { event: 'quota-request', requestId: id });
      const made = await lockRequest(tx, id);
      if (!made) throw new Error(`request ${id} vanished`);
      return viewOf(made, partyId);
    });
  }
}

const draftOf = (row: RequestRow) => ({
  form: row.kind === 'allocation' ? ('allocation' as const) : ('negotiated' as const),
  buyerCode: row.partyCode,
  startPriceCny: formatCny(row.price),
  items: [{ lotId: row.lotId, ...formatQuantities(quantities(row.area, row.paddy, row.capacity)) }],
});

const viewOf = (row: RequestRow, reader: string): View => ({
  id: row.id,
  kind: row.kind,
  quota: row.quota,
  buyer: {
    code: row.partyCode,
    nameZh: row.partyNameZh,
    nameEn: row.partyNameEn,
    regionCode: row.partyRegion,
  },
  owner: {
    code: row.ownerCode,
    nameZh: row.ownerNameZh,
    nameEn: row.ownerNameEn,
    regionCode: row.ownerRegion,
  },
  lotNumber: row.lotNumber,
  needTitle: row.needTitle,
  quantities: formatQuantities(quantities(row.area, row.paddy, row.capacity)),
  priceCny: formatCny(row.price),
  state: row.state,
  reason: row.reason,
  listingId: row.listingId,
  askedAt: row.askedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  mine: row.ownerId === reader,
});

import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { rulesOf } from '../domain/forms.js';
import { findPartyId, findPartyRefs } from '../persistence/listing-feed.repository.js';
import { replaceItems } from '../persistence/listing-item.repository.js';
import {
  insertListing,
  type ListingRow,
  lockListing,
  updateListing,
} from '../persistence/listing.repository.js';
import { currentPolicy } from './current-policy.js';
import {
  type DraftInput,
  defaultTitle,
  type NewDraftInput,
  readItems,
  readPrices,
  refuseUnshareable,
} from './listing-draft.js';
import { recordEvents } from './listing-log.js';
import type { ListingView } from './listing-view.js';
import { viewAfterWrite } from './listing.queries.js';

/** A maker of the selling county drafts a listing and edits it until it is certified (domain §7). */
@Injectable()
export class DraftListing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws `listing.form-not-allowed`, `listing.price-invalid` and what `readItems` throws. */
  async create(context: CommandContext, input: NewDraftInput): Promise<ListingView> {
    return this.unitOfWork.run({ name: 'listings.draft', scope: 'market' }, context, input, async (tx) => {
      const sellerId = partyOf(context);
      const namedBuyerId = await namedBuyerOf(tx, input);
      const content = await readItems(tx, sellerId, input.items);
      refuseUnshareable(input.form, content);
      const policy = await currentPolicy(tx, this.config.POLICY_PACK);
      const prices = readPrices(input.form, content, input, policy.values);
      const seller = (await findPartyRefs(tx, [sellerId])).get(sellerId);
      if (!seller) throw new Error(`party ${sellerId} vanished`);
      const id = uuidv7();
      await insertListing(tx, {
        id,
        title: input.title ?? defaultTitle(seller.nameZh, content.quota, content.total),
        sellerId,
        regionCode: seller.regionCode,
        quota: content.quota,
        form: input.form,
        startPrice: prices.start,
        step: prices.step,
        deposit: prices.deposit,
        ceiling: prices.ceiling,
        policyVersionId: policy.id,
        policy: policy.values,
        notes: input.notes ?? '',
        namedBuyerId,
        createdBy: context.actor.personId,
      });
      await replaceItems(tx, id, content.items);
      await recordEvents(tx, id, [{ event: 'listing.drafted', payload: {} }]);
      tx.audit('listing', id);
      return viewAfterWrite(tx, id);
    });
  }

  /**
   * Writes the whole draft anew; whoever edits it is its maker from then on. `version` is the one that the editor saw:
   * another one is `request.conflict`. Throws `listing.wrong-status` once it is certified.
   */
  async edit(
    context: CommandContext,
    listingId: string,
    version: number,
    input: DraftInput,
  ): Promise<ListingView> {
    const command = { name: 'listings.edit', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { ...input, listingId, version }, async (tx) => {
      const row = await lockOwnDraft(tx, context, listingId);
      if (row.version !== BigInt(version)) throw new Refusal('request.conflict');
      const content = await readItems(tx, row.sellerId, input.items);
      refuseUnshareable(row.form, content);
      const policy = await currentPolicy(tx, this.config.POLICY_PACK);
      const prices = readPrices(row.form, content, input, policy.values);
      await updateListing(tx, listingId, {
        ...(input.title !== undefined && { title: input.title }),
        quota: content.quota,
        startPrice: prices.start,
        step: prices.step,
        deposit: prices.deposit,
        ceiling: prices.ceiling,
        policyVersionId: policy.id,
        policy: policy.values,
        notes: input.notes ?? '',
        createdBy: context.actor.personId,
        certifiedBy: null,
      });
      await replaceItems(tx, listingId, content.items);
      await recordEvents(tx, listingId, [{ event: 'listing.edited', payload: {} }]);
      tx.audit('listing', listingId);
      return viewAfterWrite(tx, listingId);
    });
  }
}

/** The one buyer of a form that names it. Throws `listing.form-not-allowed`, `listing.buyer-needed`. */
async function namedBuyerOf(tx: Tx, { form, buyerCode }: NewDraftInput): Promise<string | null> {
  const rules = rulesOf(form);
  if (rules === null) throw new Refusal('listing.form-not-allowed', { params: { form }, pointer: '/form' });
  if (!rules.hasNamedBuyer) return null;
  const buyerId = buyerCode === undefined ? null : await findPartyId(tx, buyerCode);
  if (buyerId === null) throw new Refusal('listing.buyer-needed', { pointer: '/buyerCode' });
  return buyerId;
}

/** The party that a person acts for; the worker has none and never gets here. */
export function partyOf(context: CommandContext): string {
  const { partyId } = context.actor;
  if (partyId === null) throw new Refusal('access.forbidden');
  return partyId;
}

async function lockOwnDraft(tx: Tx, context: CommandContext, listingId: string): Promise<ListingRow> {
  const row = await lockListing(tx, listingId);
  if (!row || row.sellerId !== partyOf(context)) {
    throw new Refusal('listing.not-found', { params: { listing: listingId } });
  }
  if (row.status !== 'draft') {
    throw new Refusal('listing.wrong-status', { params: { status: row.status, action: 'edit' } });
  }
  return row;
}

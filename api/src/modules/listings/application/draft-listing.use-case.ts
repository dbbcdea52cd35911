import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { rulesOf } from '../domain/forms.js';
import { findPartyId, findPartyRefs } from '../persistence/party-ref.repository.js';
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
  readContent,
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

  /** Throws `listing.buyer-needed`, `listing.price-invalid` and what `readContent` throws. */
  async create(context: CommandContext, input: NewDraftInput): Promise<ListingView> {
    return this.unitOfWork.run({ name: 'listings.draft', scope: 'market' }, context, input, (tx) =>
      this.within(tx, context, input),
    );
  }

  /** The same inside another command of market scope. Throws as `create`. */
  async within(tx: Tx, context: CommandContext, input: NewDraftInput): Promise<ListingView> {
    const sellerId = partyOf(context);
    const namedBuyerId = await namedBuyerOf(tx, input);
    const content = await readContent(tx, sellerId, input.form, input);
    refuseUnshareable(input.form, content);
    const policy = await currentPolicy(tx, this.config.POLICY_PACK);
    const prices = readPrices(input.form, content, input, policy.values);
    const seller = (await findPartyRefs(tx, [sellerId])).get(sellerId);
    if (!seller) throw new Error(`party ${sellerId} vanished`);
    const id = uuidv7();
    await insertListing(tx, {
      id,
      title: input.title ?? defaultTitle(seller.nameZh, input.form, content),
      sellerId,
      regionCode: seller.regionCode,
      quota: content.quota,
      form: input.form,
      startPrice: prices.start,
      step: prices.step,
      deposit: prices.deposit,
      ceiling: prices.ceiling,
      floor: prices.floor,
      policyVersionId: policy.id,
      policy: policy.values,
      notes: input.notes ?? '',
      namedBuyerId,
      createdBy: context.actor.personId,
    });
    await replaceItems(tx, id, content);
    await recordEvents(tx, id, [{ event: 'listing.drafted', payload: {} }]);
    tx.audit('listing', id);
    return viewAfterWrite(tx, id);
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
      const form = input.form ?? row.form;
      const content = await readContent(tx, row.sellerId, form, input);
      refuseUnshareable(form, content);
      const policy = await currentPolicy(tx, this.config.POLICY_PACK);
      const prices = readPrices(form, content, input, policy.values);
      await updateListing(tx, listingId, {
        ...(input.title !== undefined && { title: input.title }),
        form,
        namedBuyerId: await namedBuyerOf(tx, { ...input, form }, row.namedBuyerId),
        quota: content.quota,
        startPrice: prices.start,
        step: prices.step,
        deposit: prices.deposit,
        ceiling: prices.ceiling,
        floor: prices.floor,
        policyVersionId: policy.id,
        policy: policy.values,
        notes: input.notes ?? '',
        createdBy: context.actor.personId,
        certifiedBy: null,
      });
      await replaceItems(tx, listingId, content);
      await recordEvents(tx, listingId, [{ event: 'listing.edited', payload: {} }]);
      tx.audit('listing', listingId);
      return viewAfterWrite(tx, listingId);
    });
  }
}

/** The one buyer of a form that names it; `known` is whom the draft named before. Throws `listing.buyer-needed`. */
async function namedBuyerOf(
  tx: Tx,
  { form, buyerCode }: Pick<NewDraftInput, 'form' | 'buyerCode'>,
  known: string | null = null,
): Promise<string | null> {
  if (!rulesOf(form).hasNamedBuyer) return null;
  const buyerId = buyerCode === undefined ? known : await findPartyId(tx, buyerCode);
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

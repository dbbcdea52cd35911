import { randomBytes } from 'node:crypto';
import type { ownShare } from '@muheng/contracts/bidding';
import type { listing } from '@muheng/contracts/listings';
import { isRefused } from '@muheng/contracts/common/problems';
import { operatorCode, regionDepartmentCode } from '@muheng/contracts/common/regions';
import {
  makeSealingKey,
  openShare,
  type SealingCeremony,
  sealBid,
  type ShareHolder,
  toHex,
} from '@muheng/contracts/common/sealing';
import type { z } from 'zod';
import { hpke, shamir } from '../../src/modules/bidding/application/sealed/hpke.js';
import { refuseSealedText } from '@muheng/contracts/common/sealed-bid';
import { sha256 } from '../../src/modules/listings/application/draw.js';
import { listingOf, type Stage } from '../market.js';
import type { MarketClient } from '../market-client.js';
import { Refused } from '../market-client.js';
import type { StepOf } from '../scenario.js';
import { actorOf } from './register.js';

type Listing = z.output<typeof listing>;

/** Who sits with a holder's key: a person of the county, of the operator, of the region. */
const sitting = (stage: Stage, party: string): Promise<MarketClient> =>
  stage.cast.as(
    party,
    party === operatorCode ? 'desk' : party === regionDepartmentCode ? 'approve' : 'check',
  );

/** The public half of a party's key for shares, made and registered when first needed. */
async function holderKey(stage: Stage, party: string): Promise<string> {
  const person = await sitting(stage, party);
  if (!stage.holderKeys.has(party)) {
    const pair = await hpke.generate();
    await person.put('/api/v1/my/holder-key', { publicKey: toHex(pair.publicKey) });
    stage.holderKeys.set(party, toHex(pair.privateKey));
  }
  const { items } = await person.get<{ items: { party: { code: string }; publicKey: string }[] }>(
    '/api/v1/holder-keys',
  );
  const own = items.find((item) => item.party.code === party);
  if (!own) throw new Error(`${party} has no key`);
  return own.publicKey;
}

/** The ceremony as the certifying person's browser runs it. */
export async function makeKey(stage: Stage, listingId: string, seller: string): Promise<SealingCeremony> {
  const keys: Record<ShareHolder, string> = {
    county: await holderKey(stage, seller),
    operator: await holderKey(stage, operatorCode),
    regulator: await holderKey(stage, regionDepartmentCode),
  };
  return makeSealingKey(hpke, shamir, sha256, listingId, keys);
}

/** A bid, judged and sealed as the bidder's browser does it: the market sees nothing of it. Throws Refused. */
export async function sealedBid(stage: Stage, step: StepOf<'bid'>): Promise<void> {
  const bidder = actorOf(step);
  const { priceCny, quantityHa = null } = step;
  stage.named.add(bidder);
  const id = listingOf(stage, step.listing);
  const person = await stage.cast.as(bidder, 'desk');
  const found = await person.get<Listing>(`/api/v1/listings/${id}`);
  if (!found.sealing) throw new Error(`listing ${step.listing} has no key`);
  const content = { priceCny, quantityHa, salt: randomBytes(16).toString('hex') };
  const envelope = await sealBid(hpke, sha256, found.sealing.publicKey, { listing: id, bidder }, content);
  const refused = refuseSealedText(found, content);
  // The clock and the register speak first: the market is asked whether this party may bid at all.
  if (refused && isRefused(refused)) {
    await person
      .post(`/api/v1/listings/${id}/sealed-bids`, { ...envelope, suite: 'asking' })
      .catch(onlyAsked);
    throw new Refused(refused.refused, refused.params ?? {}, '');
  }
  await person.post(`/api/v1/listings/${id}/sealed-bids`, envelope);
}

/** `bidding.sealed-malformed` is what an empty question is answered with when nothing else speaks against it. */
function onlyAsked(error: unknown): void {
  if (!(error instanceof Refused) || error.code !== 'bidding.sealed-malformed') throw error;
}

/** Sealed listings that are not decided yet. */
export const waiting = (stage: Stage): string[] =>
  [...stage.sealed].filter((ref) => !stage.unsealed.has(ref));

/** Opens what has closed: operator and region give their shares, each opened with its own key. */
export async function openDue(stage: Stage): Promise<void> {
  for (const ref of waiting(stage)) {
    const id = listingOf(stage, ref);
    const found = await stage.cast.administrator.get<Listing>(`/api/v1/listings/${id}`);
    if (found.timetable.closedAt !== null) stage.unsealed.add(ref);
    if (found.timetable.closedAt !== null || found.sealing?.tieOrder == null) continue;
    for (const party of [operatorCode, regionDepartmentCode]) await giveShare(stage, id, party);
    stage.unsealed.add(ref);
    await stage.clock.idle();
  }
}

async function giveShare(stage: Stage, id: string, party: string): Promise<void> {
  const person = await sitting(stage, party);
  const own = await person.get<z.output<typeof ownShare>>(`/api/v1/listings/${id}/share`);
  const share = await openShare(hpke, stage.holderKeys.get(party) ?? '', id, own);
  await person.post(`/api/v1/listings/${id}/shares`, { share });
}

/** When the next sealed listing closes: the clock stops there, because people have to act. */
export async function nextSealEnd(stage: Stage): Promise<Date | null> {
  const ends: number[] = [];
  for (const ref of waiting(stage)) {
    const found = await stage.cast.administrator.get<Listing>(`/api/v1/listings/${listingOf(stage, ref)}`);
    const { listingEndsAt, closedAt } = found.timetable;
    if (listingEndsAt !== null && closedAt === null) ends.push(Date.parse(listingEndsAt));
  }
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

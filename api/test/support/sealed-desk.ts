import { randomBytes } from 'node:crypto';
import { operatorCode, regionDepartmentCode } from '@muheng/contracts/common/regions';
import {
  makeSealingKey,
  sealBid,
  type SealedContent,
  type SealedEnvelope,
  type SealingCeremony,
  toHex,
} from '@muheng/contracts/common/sealing';
import { hpke, shamir } from '../../src/modules/bidding/application/sealed/hpke.js';
import { sha256 } from '../../src/modules/listings/application/draw.js';
import { as, type SignedIn } from './app.js';
import type { AuctionHouse, ListingBody } from './auction-house.js';

const roleOf = { county: 'checker', operator: 'maker', regulator: 'approver' } as const;
export type Holder = keyof typeof roleOf;

/** What the browsers of a sealed auction do: keys of the holders, the ceremony, and bids that nobody reads. */
export class SealedDesk {
  readonly privateKeys = new Map<string, string>();
  /** By commitment. */
  readonly contents = new Map<string, SealedContent>();
  ceremony: SealingCeremony | null = null;

  constructor(
    private readonly house: AuctionHouse,
    private readonly seller: string,
  ) {}

  holder(who: Holder): Promise<SignedIn> {
    const party = { county: this.seller, operator: operatorCode, regulator: regionDepartmentCode }[who];
    return this.house.person(party, roleOf[who]);
  }

  private async registerKeys(): Promise<Record<Holder, string>> {
    const keys = { county: '', operator: '', regulator: '' };
    for (const who of ['county', 'operator', 'regulator'] as const) {
      const pair = await hpke.generate();
      this.privateKeys.set(who, toHex(pair.privateKey));
      keys[who] = toHex(pair.publicKey);
      const put = this.house.http.put('/api/v1/my/holder-key').set(as(await this.holder(who)));
      await put.send({ publicKey: keys[who] }).expect(200);
    }
    return keys;
  }

  /** Runs the ceremony for a draft and certifies it; city and region sign. */
  async notice(listingId: string): Promise<ListingBody> {
    this.ceremony = await makeSealingKey(hpke, shamir, sha256, listingId, await this.registerKeys());
    const checker = await this.house.person(this.seller, 'checker');
    const sealing = this.ceremony;
    const certified = await this.house.post(checker, `/listings/${listingId}/certificate`, { sealing });
    if (certified.status !== 200) throw new Error(JSON.stringify(certified.body));
    await this.house.decide(`${this.seller.slice(0, 4)}00`, listingId);
    return (await this.house.decide('640000', listingId)).body as ListingBody;
  }

  async seal(
    listing: ListingBody,
    bidder: string,
    priceCny: string,
    quantityHa: string | null = null,
  ): Promise<SealedEnvelope> {
    const content = { priceCny, quantityHa, salt: randomBytes(16).toString('hex') };
    const publicKey = listing.sealing?.publicKey ?? '';
    const envelope = await sealBid(hpke, sha256, publicKey, { listing: listing.id, bidder }, content);
    this.contents.set(envelope.commitment, content);
    return envelope;
  }
}

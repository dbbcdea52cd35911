/** Quota as the rules say it, without a database: parties, lots, buckets, needs and listings in plain numbers. */

export type Who = 'seller' | 'buyer';
export type Asset = 'SFQ.AREA' | 'SFQ.CAPACITY';
export const assets: readonly Asset[] = ['SFQ.AREA', 'SFQ.CAPACITY'];
export type Bucket =
  | 'available'
  | 'earmarked'
  | 'listed'
  | 'in-settlement'
  | 'frozen'
  | 'written-off'
  | 'deducted'
  | 'expired'
  | 'national-pool';

export interface ModelLot {
  id: string;
  projectId: string;
  owner: Who;
  /** `${asset} ${bucket}` → amount. */
  held: Map<string, bigint>;
}

export interface ModelListing {
  id: string;
  lot: ModelLot;
  /** m² of area. */
  amount: bigint;
  stage: 'open' | 'sold';
}

export class QuotaModel {
  readonly lots: ModelLot[] = [];
  listings: ModelListing[] = [];
  /** Open needs of the seller's county, m². */
  need = 0n;
  /** Holds by how they ended. */
  readonly holds = { held: 0, posted: 0, released: 0 };

  static key(asset: Asset, bucket: Bucket): string {
    return `${asset} ${bucket}`;
  }

  held(lot: ModelLot, asset: Asset, bucket: Bucket): bigint {
    return lot.held.get(QuotaModel.key(asset, bucket)) ?? 0n;
  }

  /** Takes from one bucket to another, of the same lot or another; false, and nothing changed, when it is not there. */
  move(
    lot: ModelLot,
    asset: Asset,
    from: Bucket,
    to: Bucket,
    amount: bigint,
    toLot: ModelLot = lot,
  ): boolean {
    const has = this.held(lot, asset, from);
    if (amount > has) return false;
    lot.held.set(QuotaModel.key(asset, from), has - amount);
    toLot.held.set(QuotaModel.key(asset, to), this.held(toLot, asset, to) + amount);
    return true;
  }

  /** `${who} ${asset} ${bucket}` → amount, without zeros. */
  balances(): Map<string, bigint> {
    const totals = new Map<string, bigint>();
    for (const lot of this.lots)
      for (const [place, amount] of lot.held) {
        const key = `${lot.owner} ${place}`;
        totals.set(key, (totals.get(key) ?? 0n) + amount);
      }
    return new Map([...totals].filter(([, total]) => total !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Avail − Need of the seller's area (domain §8); no reserve, for there is no use on record. */
  margin(): bigint {
    return (this.balances().get('seller SFQ.AREA available') ?? 0n) - this.need;
  }
}

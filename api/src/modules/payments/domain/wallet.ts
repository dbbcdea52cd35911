/** Rules of the deposit wallet: one deposit covers several auctions up to an exposure limit. Amounts in 分. */

export interface WalletSums {
  /** Paid in, less paid back, less used. */
  funds: bigint;
  /** What stands for deposits now. */
  held: bigint;
}

/** What the wallet may stand for in all: `pct` percent of its money, rounded down. */
export const exposureLimit = (funds: bigint, pct: number): bigint => (funds * BigInt(pct)) / 100n;

/** What it may still be asked to stand for. Never below zero: after a forfeiture it may stand for more than it should. */
export function coverable({ funds, held }: WalletSums, pct: number): bigint {
  const left = exposureLimit(funds, pct) - held;
  return left > 0n ? left : 0n;
}

/** What its owner may take out: whatever stands for no deposit, at its full amount whatever the limit. */
export const withdrawable = ({ funds, held }: WalletSums): bigint => (funds > held ? funds - held : 0n);

/** Takes `amount` out of sources in their order, each as far as it goes; less when there is not enough. */
export function spread<Source extends { left: bigint }>(
  sources: readonly Source[],
  amount: bigint,
): { source: Source; amount: bigint }[] {
  const taken: { source: Source; amount: bigint }[] = [];
  let wanted = amount;
  for (const source of sources) {
    const part = source.left < wanted ? source.left : wanted;
    if (part > 0n) taken.push({ source, amount: part });
    wanted -= part > 0n ? part : 0n;
  }
  return taken;
}

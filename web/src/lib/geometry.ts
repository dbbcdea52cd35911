/**
 * The one door from exact quantities to lengths on screen. A share is good for drawing only; no figure
 * that a person reads may pass through it.
 */
export function shareOf(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0;
  const permyriad = (part * 1_000_000n) / whole;
  return Math.min(1, Number(permyriad > 1_000_000n ? 1_000_000n : permyriad) / 1_000_000);
}

/** A share as a CSS percentage. */
export const percent = (share: number): string => `${(share * 100).toFixed(4)}%`;

/** Seconds that a signature may lie in the future. The official client checks the past only. */
const aheadMax = 60;

/** Whether `t=…` of a Stripe-Signature header lies more than 60 s after `now` (milliseconds). */
export function signedTooFarAhead(header: string, now: number): boolean {
  const stamp = /(?:^|,)\s*t=(\d{1,12})/.exec(header)?.[1];
  return stamp !== undefined && Number(stamp) > Math.floor(now / 1000) + aheadMax;
}

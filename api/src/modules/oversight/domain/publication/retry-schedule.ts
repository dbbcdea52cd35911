/** Pauses between attempts to deliver a webhook, in seconds, as Standard Webhooks proposes; after the last it failed. */
const pauses = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** How long to wait after the n-th attempt, counted from 1; null: that was the last. */
export const pauseAfter = (attempts: number): number | null => pauses[attempts - 1] ?? null;

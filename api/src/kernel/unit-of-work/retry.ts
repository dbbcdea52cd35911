import { setTimeout as sleep } from 'node:timers/promises';

const serializationFailure = '40001';
const deadlockDetected = '40P01';
const attemptsMax = 3;
const jitterMsMax = 30;

/** The SQLSTATE of a driver error, however TypeORM wrapped it. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The constraint that a driver error names. */
export function constraintOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  if ('driverError' in error) return constraintOf(error.driverError);
  return undefined;
}

/** Restarts the whole of `work` when PostgreSQL asked for it (40001, 40P01), at most three times with jitter. */
export async function retrying<R>(work: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const state = sqlState(error);
      const again = state === serializationFailure || state === deadlockDetected;
      if (!again || attempt >= attemptsMax) throw error;
      await sleep(Math.random() * jitterMsMax * attempt);
    }
  }
}

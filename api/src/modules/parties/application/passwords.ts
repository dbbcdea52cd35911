import { hash, verify } from '@node-rs/argon2';

// OWASP's floor for Argon2id. Each run takes 19 MiB, so only a few may run at once or sign-in is a way to stop us.
// Argon2id is the library's default algorithm.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const concurrencyMax = 4;
let running = 0;
const waiting: (() => void)[] = [];

async function bounded<R>(work: () => Promise<R>): Promise<R> {
  if (running >= concurrencyMax) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => bounded(() => hash(password, options));

let decoy: Promise<string> | undefined;

/** Whether the password fits. Without a stored hash it works as long and says no, so nobody learns who exists. */
export async function fitsPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const against = stored ?? (await decoy);
  const fits = await bounded(() => verify(against, password));
  return fits && stored !== null;
}

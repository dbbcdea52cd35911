import { type ChildProcess, spawn } from 'node:child_process';
import { stepWorker } from '../../../scripts/lib/bundle.mjs';
import type { TestDatabase } from '../support/database.js';

export interface StepWorker {
  child: ChildProcess;
  /** How it ended. */
  dead: Promise<NodeJS.Signals | null>;
}

/**
 * A worker in a process of its own that does what is due and dies at `place`, as kill -9 would have it.
 * @param more settings besides, such as those of the payment provider
 */
export function startStepWorker(
  { urls }: Pick<TestDatabase, 'urls'>,
  place: string,
  more: NodeJS.ProcessEnv = {},
): StepWorker {
  const child = spawn(process.execPath, [stepWorker], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: urls.worker,
      DATABASE_POOL: '2',
      PRINT_NICENESS: '0',
      MUHENG_MODE: 'practice',
      FAILPOINT: place,
      ...more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const dead = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  return { child, dead };
}

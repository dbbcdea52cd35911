import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const long = process.env['LONG'] === '1';

/** Tests read the workspaces' sources, so that no stale build can pass or fail one. */
const alias = [
  { find: /^@muheng\/contracts\/jobs$/, replacement: source('./contracts/src/jobs/index.ts') },
  { find: /^@muheng\/contracts\/(.+)$/, replacement: `${source('./contracts/src/')}$1.ts` },
  { find: /^@muheng\/api\/core$/, replacement: source('./api/src/core.ts') },
];
/** Nest and TypeORM read the types of constructors and columns; said here for tests that no tsconfig includes. */
const oxc = { decorator: { legacy: true, emitDecoratorMetadata: true } };
const never = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        oxc,
        test: {
          name: 'rules',
          // One module graph a worker: loading Nest and TypeORM anew for each file took most of the time.
          isolate: false,
          include: ['{contracts,api,worker,web}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [...never, 'api/test/**', 'worker/test/**', 'web/e2e/**', 'scripts/test/launch.test.ts'],
          testTimeout: long ? 600_000 : 60_000,
        },
      },
      {
        resolve: { alias },
        oxc,
        test: {
          name: 'database',
          isolate: false,
          include: ['{api,worker}/test/**/*.test.ts'],
          exclude: never,
          globalSetup: ['./scripts/vitest/postgres.mjs'],
          // A test waits for what it prints.
          env: { PRINT_NICENESS: '0' },
          testTimeout: long ? 900_000 : 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        oxc,
        test: {
          name: 'journeys',
          include: ['web/e2e/**/*.test.ts', 'scripts/test/launch.test.ts'],
          exclude: never,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

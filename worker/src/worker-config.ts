import { z } from 'zod';

const schema = z.object({
  /** Where health and figures are told; 0 takes any free port. */
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(8081),
  WORKER_HOST: z.string().default('127.0.0.1'),
  /** Jobs at the same time in this process; those that wait together share their transactions. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(48),
});

export type WorkerConfig = z.infer<typeof schema>;

/** The worker's own settings; the market's are read by the core. Throws with every fault named. */
export function readWorkerConfig(env: NodeJS.ProcessEnv = process.env): WorkerConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`Configuration: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

import type { CommandContext } from '@muheng/api/core';
import type { JobName, JobPayload } from '@muheng/contracts/jobs';
import type { INestApplicationContext } from '@nestjs/common';

/** The core's use cases, by class. */
export type Core = Pick<INestApplicationContext, 'get'>;

/** What a job does: one use case, called with the payload and a context whose key is the job's id. */
export interface Handler<N extends JobName = JobName> {
  job: N;
  /** Finds the use case when the worker boots, so that a missing one is found then. */
  connect(core: Core): (context: CommandContext, payload: JobPayload<N>) => Promise<unknown>;
}

export const handler = <N extends JobName>(job: N, connect: Handler<N>['connect']): Handler<N> => ({
  job,
  connect,
});

import { jobs, type JobName } from '@muheng/contracts/jobs';
import { v5 as uuidv5, version } from 'uuid';

/** A job on its way into the queue. The id makes it one job however often it is asked for. */
export interface JobRequest {
  /** UUID: BullMQ drops a job silently when an old one has its id. */
  id: string;
  job: JobName;
  payload: Record<string, unknown>;
}

/** A request as a worker takes it up, alone or out of a bundle. */
export interface MarketJob {
  id?: string | undefined;
  name: string;
  data: Record<string, unknown>;
  /** How often a worker has died with it in hand. */
  stalledCounter: number;
}

/** Namespace of the ids of swept jobs. */
const sweptIds = '5d3f1f0e-3f7c-5a52-9a65-0c6e2f6f8d11';

/** Every worker that sees the same thing due makes the same job of it. */
export const sweptId = (job: string, subjectId: string, dueAt: Date): string =>
  uuidv5(`${job}:${subjectId}:${dueAt.toISOString()}`, sweptIds);

/** Outbox ids are made by time (version 7); those of swept jobs follow from what is due. */
export const isSweptId = (id: string): boolean => version(id) === 5;

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);

/** Payloads carry one id besides the request's; each job has its own name for it. */
export function payloadFor(job: JobName, subjectId: string, requestId: string): Record<string, unknown> {
  const field = Object.keys(jobs[job].shape).find((name) => name !== 'requestId');
  return { requestId, ...(field === undefined ? {} : { [field]: subjectId }) };
}

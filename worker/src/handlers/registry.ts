import { type CommandContext, systemActor } from '@muheng/api/core';
import { jobNames, jobs, type JobName } from '@muheng/contracts/jobs';
import { v7 as uuidv7 } from 'uuid';
import { isSweptId } from '../queue/job-request.js';
import type { Core } from './handler.js';

type Run = (context: CommandContext, payload: never) => Promise<unknown>;
export interface AnyHandler {
  job: JobName;
  connect(core: Core): Run;
}

/** Every job with its handler. Throws when a job of contracts/jobs has none, or two (architecture §7). */
export class Registry {
  private readonly runs: ReadonlyMap<string, Run>;

  constructor(core: Core, handlers: readonly AnyHandler[]) {
    const names = handlers.map((each) => String(each.job));
    const missing = jobNames.filter((job) => !names.includes(job));
    const twice = names.filter((name, i) => names.indexOf(name) !== i);
    if (missing.length > 0) throw new Error(`Jobs without a handler: ${missing.join(', ')}.`);
    if (twice.length > 0) throw new Error(`Jobs with two handlers: ${twice.join(', ')}.`);
    this.runs = new Map(handlers.map((each) => [String(each.job), each.connect(core)]));
  }

  /** Runs a job. Throws when its payload does not fit its schema, or what its use case throws. */
  async run(id: string, job: JobName, data: unknown): Promise<void> {
    const run = this.runs.get(job);
    if (!run) throw new Error(`no handler for ${job}`);
    const payload = jobs[job].parse(data);
    // A swept job may come round with the same id and find more to do: its use case judges by the row's state under
    // its lock. A job that a command asked for happens once for its id.
    const key = isSweptId(id) ? uuidv7() : id;
    await run({ actor: systemActor, key, requestId: payload.requestId }, payload as never);
  }
}

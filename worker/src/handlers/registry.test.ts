import { jobNames, type JobName } from '@muheng/contracts/jobs';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { type AnyHandler, Registry } from './registry.js';

const core = { get: () => undefined } as never;
const seen: { key: string; requestId: string; payload: unknown }[] = [];
const handlerOf = (job: JobName): AnyHandler => ({
  job,
  connect: () => (context, payload) => {
    seen.push({ key: context.key, requestId: context.requestId, payload });
    return Promise.resolve();
  },
});
const all = jobNames.map(handlerOf);
const subjectId = '0192f0c1-2d3e-7000-8000-000000000001';

describe('the registry of handlers (architecture §7)', () => {
  it('refuses to boot when a job has no handler', () => {
    const without = all.filter((each) => each.job !== 'listing.close');
    expect(() => new Registry(core, without)).toThrow('Jobs without a handler: listing.close.');
  });

  it('refuses to boot when a job has two', () => {
    expect(() => new Registry(core, [...all, handlerOf('trade.confirm')])).toThrow(
      'Jobs with two handlers: trade.confirm.',
    );
  });

  it('runs a job with its id as the key and the request that caused it', async () => {
    const id = uuidv7();
    await new Registry(core, all).run(id, 'listing.open', { requestId: 'r-1', subjectId });
    expect(seen.at(-1)).toEqual({ key: id, requestId: 'r-1', payload: { requestId: 'r-1', subjectId } });
  });

  it('gives a swept job a key of its own each time, since it may find more to do', async () => {
    const id = uuidv5('listing.open', uuidv5.URL);
    await new Registry(core, all).run(id, 'listing.open', { requestId: 'sweep', subjectId });
    expect(seen.at(-1)?.key).not.toBe(id);
  });

  it('refuses a payload that does not fit, before any use case sees it', async () => {
    const before = seen.length;
    await expect(new Registry(core, all).run(uuidv7(), 'listing.open', { subjectId: 'x' })).rejects.toThrow();
    await expect(
      new Registry(core, all).run(uuidv7(), 'listing.open', { requestId: 'r', subjectId, price: '1.00' }),
    ).rejects.toThrow();
    expect(seen.length).toBe(before);
  });
});

import { describe, expect, it } from 'vitest';
import { ApiProblem, NoAnswer } from './api-problem.js';
import { tell, tellRead } from './problem.js';

const problem = (status: number, code: string): ApiProblem =>
  new ApiProblem({ status, code, title: '', detail: '', traceId: 'req-7' });

describe('a failure in words', () => {
  it.each(['internal.fault', 'internal.unavailable', 'kernel.fault'])(
    '%s of a command says that nothing was changed, of a read that nothing could be read',
    (code) => {
      expect(tell(problem(500, code), 'en').sentence).toContain('nothing was changed');
      expect(tellRead(problem(500, code), 'en')).toMatchObject({ kind: 'broken', traceId: 'req-7' });
      expect(tellRead(problem(500, code), 'en').sentence).toMatch(/could not be read.*Try again/);
      expect(tellRead(problem(500, code), 'zh-CN').sentence).toMatch(/没有读到.*请重试/);
    },
  );

  it('speaks of the same action only after a command that got no answer', () => {
    expect(tell(new NoAnswer(null), 'en').sentence).toContain('never takes effect twice');
    expect(tellRead(new NoAnswer(null), 'en').sentence).toMatch(/could not be read.*try again/);
  });

  it('leaves a refusal as the table has it', () => {
    const refused = problem(404, 'request.not-found');
    expect(tellRead(refused, 'en')).toEqual(tell(refused, 'en'));
  });
});

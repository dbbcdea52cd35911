import { parentPort, workerData } from 'node:worker_threads';
import type { LinearAnswer, LinearProgram } from '../../domain/linear-program.js';
import { linearSolver } from './linear-solver.js';
import { type SolverAnswer, type SolverTask, solveTask } from './solver-task.js';

/** What the api sends to its thread and hears from it. */
export interface ToThread {
  id: number;
  asked: { kind: 'cover'; task: SolverTask } | { kind: 'linear'; program: LinearProgram };
}
export type FromThread =
  | { id: number; kind: 'progress'; done: number; total: number }
  | { id: number; kind: 'answer'; answer: SolverAnswer | LinearAnswer }
  | { id: number; kind: 'failed'; message: string };

/** The thread beside the event loop: one task after another. `flag` holds the id of a task that is to stop. */
const { flag } = workerData as { flag: Int32Array };
const solve = await linearSolver();
// The first program compiles what it runs through: better now than on somebody's time.
solve({ costs: [1, 2], rows: [{ least: 1, most: 2, amounts: [1, 2] }] });

parentPort?.on('message', ({ id, asked }: ToThread) => {
  const send = (message: FromThread): void => parentPort?.postMessage(message);
  try {
    const signs = {
      clock: () => performance.now(),
      cancelled: () => Atomics.load(flag, 0) === id,
      progress: (done: number, total: number) => send({ id, kind: 'progress', done, total }),
    };
    const answer = asked.kind === 'linear' ? solve(asked.program) : solveTask(asked.task, solve, signs);
    send({ id, kind: 'answer', answer });
  } catch (error) {
    send({
      id,
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

import { parentPort, workerData } from 'node:worker_threads';
import { linearSolver } from './linear-solver.js';
import { type SolverAnswer, type SolverTask, solveTask } from './solver-task.js';

/** What the api sends to its thread and hears from it. */
export interface ToThread {
  id: number;
  task: SolverTask;
}
export type FromThread =
  | { id: number; kind: 'progress'; done: number; total: number }
  | { id: number; kind: 'answer'; answer: SolverAnswer }
  | { id: number; kind: 'failed'; message: string };

/** The thread beside the event loop: one task after another. `flag` holds the id of a task that is to stop. */
const { flag } = workerData as { flag: Int32Array };
const solve = await linearSolver();

parentPort?.on('message', ({ id, task }: ToThread) => {
  const send = (message: FromThread): void => parentPort?.postMessage(message);
  try {
    const answer = solveTask(task, solve, {
      clock: () => performance.now(),
      cancelled: () => Atomics.load(flag, 0) === id,
      progress: (done, total) => send({ id, kind: 'progress', done, total }),
    });
    send({ id, kind: 'answer', answer });
  } catch (error) {
    send({
      id,
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { LinearAnswer, LinearProgram } from '../../domain/linear-program.js';
import type { SolverAnswer, SolverTask } from './solver-task.js';
import type { FromThread, ToThread } from './solver-thread.js';

interface Waiting {
  resolve: (answer: SolverAnswer | LinearAnswer) => void;
  reject: (error: Error) => void;
  onProgress: (done: number, total: number) => void;
}

/** Compiled, wherever this module itself is read from: a thread has no loader for the sources. */
const threadFile = import.meta.url.endsWith('.ts')
  ? new URL('../../../../../dist/src/modules/planner/application/solver/solver-thread.js', import.meta.url)
  : new URL('./solver-thread.js', import.meta.url);

/** One thread with the solver, started at the first plan. If it dies, what waits fails and the next plan starts it anew. */
@Injectable()
export class SolverPool implements OnModuleDestroy {
  private worker: Worker | null = null;
  private readonly flag = new Int32Array(new SharedArrayBuffer(4));
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /** Solves off the event loop. `signal` stops it: the answer then says that it was cancelled. */
  async solve(
    task: SolverTask,
    onProgress: (done: number, total: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<SolverAnswer> {
    return (await this.ask({ kind: 'cover', task }, onProgress, signal)) as SolverAnswer;
  }

  /** One linear program, off the event loop. */
  async linear(program: LinearProgram): Promise<LinearAnswer> {
    return (await this.ask({ kind: 'linear', program }, () => undefined)) as LinearAnswer;
  }

  private async ask(
    asked: ToThread['asked'],
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<SolverAnswer | LinearAnswer> {
    const worker = this.thread();
    this.lastId += 1;
    const id = this.lastId;
    const cancel = (): void => void Atomics.store(this.flag, 0, id);
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<SolverAnswer | LinearAnswer>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject, onProgress });
        worker.postMessage({ id, asked } satisfies ToThread);
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.waiting.delete(id);
    }
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(threadFile, { workerData: { flag: this.flag } });
    worker.unref();
    worker.on('message', (message: FromThread) => this.hear(message));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('The solver’s thread ended.')));
    this.worker = worker;
    return worker;
  }

  private hear(message: FromThread): void {
    const waiting = this.waiting.get(message.id);
    if (message.kind === 'progress') waiting?.onProgress(message.done, message.total);
    else if (message.kind === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.message));
  }

  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
  }

  async onModuleDestroy(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }
}

import { Worker } from 'node:worker_threads';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../kernel/config.js';
import type { FromPrinter, PrintTask, ToPrinter } from './print-thread.js';

interface Waiting {
  resolve: (pdf: Buffer) => void;
  reject: (error: Error) => void;
}

/** Compiled, wherever this module itself is read from: a thread has no loader for the sources. */
const threadFile = import.meta.url.endsWith('.ts')
  ? new URL(
      '../../../../../dist/src/modules/settlement/application/certificate-pdf/print-thread.js',
      import.meta.url,
    )
  : new URL('./print-thread.js', import.meta.url);

/**
 * One patient thread that makes PDFs, a tenth of a second each, so that no settlement waits for a paper. Started with
 * the first one; if it dies, what waits fails, its jobs come again, and the next paper starts it anew.
 */
@Injectable()
export class Printer implements OnModuleDestroy {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'PRINT_NICENESS'>) {}

  /** Throws when the font lacks a character: an official paper shows no empty boxes. */
  async print(task: PrintTask): Promise<Buffer> {
    const worker = this.thread();
    this.lastId += 1;
    const id = this.lastId;
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, task } satisfies ToPrinter);
      });
    } finally {
      this.waiting.delete(id);
      if (this.waiting.size === 0) worker.unref();
    }
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(threadFile, { workerData: this.config.PRINT_NICENESS });
    worker.on('message', (message: FromPrinter) => this.hear(message));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('The printing thread ended.')));
    this.worker = worker;
    return worker;
  }

  private hear(message: FromPrinter): void {
    const waiting = this.waiting.get(message.id);
    if ('pdf' in message) waiting?.resolve(Buffer.from(message.pdf));
    else waiting?.reject(new Error(message.failed));
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

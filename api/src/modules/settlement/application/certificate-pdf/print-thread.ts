import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { CertificateContent } from '../../persistence/certificate.repository.js';
import type { PaperContent } from '../papers/paper-content.js';
import { paperPdf } from '../papers/paper-pdf.js';
import { certificatePdf } from './certificate-pdf.js';
import { type TableBook, tablesPdf } from './tables-pdf.js';

/** What is to be printed, its digest in hex, and what its QR code opens where it has one. */
export type PrintTask =
  | { kind: 'certificate'; content: CertificateContent; digest: string; url: string }
  | { kind: 'paper'; content: PaperContent; digest: string; url: string }
  | { kind: 'tables'; book: TableBook; digest: string };

export interface ToPrinter {
  id: number;
  task: PrintTask;
}
export type FromPrinter = { id: number; pdf: Uint8Array } | { id: number; failed: string };

/** Prints what it is given. Throws when the font lacks a character of it. */
export function print(task: PrintTask): Promise<Buffer> {
  switch (task.kind) {
    case 'certificate':
      return certificatePdf(task.content, task.digest, task.url);
    case 'paper':
      return paperPdf(task.content, task.digest, task.url);
    case 'tables':
      return tablesPdf(task.book, task.digest);
  }
}

parentPort?.on('message', ({ id, task }: ToPrinter) => {
  const send = (message: FromPrinter): void => parentPort?.postMessage(message);
  print(task).then(
    (pdf) => send({ id, pdf }),
    (error: unknown) =>
      send({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// Papers can wait; 0 names this thread alone.
if (parentPort) setPriority(0, Number(workerData));

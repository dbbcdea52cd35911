import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { type CommandContext, systemActor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { failpoint } from '../../../kernel/failpoint.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { ProjectSheet, type ReadSheet, type SheetRow } from '../domain/project-sheet.js';
import {
  addImportPart,
  failImport,
  findImportFile,
  lockImport,
  type StoredFault,
} from '../persistence/project-import.repository.js';
import { bankRows } from './bank-rows.js';
import { CountyFirst } from './county-first.service.js';
import { readSheet } from './sheets/read-sheet.js';

/** Rows in one transaction: few enough to hold locks briefly, enough to bank thousands of rows in seconds. */
const partRows = 200;

export interface ImportProgress {
  done: number;
  total: number;
}

interface Part {
  importId: string;
  /** Rows of the file before and after this part, and in all. */
  from: number;
  until: number;
  total: number;
}

/** Reads an uploaded file and banks its good rows, part by part; what is banked stays when a part fails or we die. */
@Injectable()
export class RunImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Runs an import from where it stands to its end; on a finished one it does nothing. Each part is a command with a
   * key made of import and row, so two runs at once bank every part once. Faults of the file are stored, not thrown.
   */
  async execute(
    importId: string,
    requestId: string,
    report: (progress: ImportProgress) => void = () => undefined,
  ): Promise<void> {
    const file = await this.unitOfWork.readMarket((tx) => findImportFile(tx, importId));
    if (!file) return;
    const rows = await this.readFile(importId, requestId, file.content);
    if (rows === null) return;
    const sheet = new ProjectSheet(file.createdAt);
    for (let from = 0; from < rows.length; from += partRows) {
      const part = { importId, from, until: Math.min(from + partRows, rows.length), total: rows.length };
      // Parts done before are read too, for a later row may repeat one of theirs.
      const read = sheet.read(rows.slice(part.from, part.until));
      const goesOn = await this.bankPart(contextOf(importId, requestId, `rows ${from}`), part, read);
      if (!goesOn) return;
      failpoint('bank:after-import-part');
      report({ done: part.until, total: part.total });
    }
  }

  private async readFile(importId: string, requestId: string, content: Buffer): Promise<SheetRow[] | null> {
    try {
      const { rows, missing } = await readSheet(content);
      if (missing.length === 0) return rows;
      const code = 'import.column-missing';
      await this.fail(
        importId,
        requestId,
        code,
        missing.map((column) => ({ row: 1, column, code, params: { column } })),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const params = Object.fromEntries(
        Object.entries(error.params).map(([name, value]) => [name, String(value)]),
      );
      await this.fail(importId, requestId, error.code, [{ row: 1, column: '', code: error.code, params }]);
    }
    return null;
  }

  private async bankPart(context: CommandContext, part: Part, read: ReadSheet): Promise<boolean> {
    const command = { name: 'quota-bank.import-rows', scope: 'market' } as const;
    const done = await this.unitOfWork.run(command, context, part, async (tx) => {
      const standing = await lockImport(tx, part.importId);
      // Finished before its last row: somebody cancelled it.
      if (!standing || standing.isFinished) return { goesOn: false };
      if (standing.rowsDone >= part.until) return { goesOn: true };
      const outcome = await bankRows(tx, this.countyFirst, part.importId, read.projects);
      const rejected: StoredFault[] = [...read.rejected, ...outcome.rejected].sort((a, b) => a.row - b.row);
      failpoint('bank:within-import-part');
      await addImportPart(tx, part.importId, {
        rows: part.total,
        rowsDone: part.until,
        banked: outcome.banked,
        unchanged: outcome.unchanged,
        rejected,
        rejectedRows: new Set(rejected.map((fault) => fault.row)).size,
        area: outcome.area,
        isLast: part.until === part.total,
      });
      tell(tx, part);
      tx.audit('project-import', part.importId, { rows: part.until, banked: outcome.banked });
      return { goesOn: true };
    });
    return done.goesOn;
  }

  private async fail(
    importId: string,
    requestId: string,
    code: string,
    faults: readonly StoredFault[],
  ): Promise<void> {
    const command = { name: 'quota-bank.fail-import', scope: 'market' } as const;
    const context = contextOf(importId, requestId, 'failed');
    await this.unitOfWork.run(command, context, { importId, code }, async (tx) => {
      const standing = await lockImport(tx, importId);
      if (!standing || standing.isFinished) return null;
      await failImport(tx, importId, code, faults);
      tx.notify(`job:${importId}`, { state: 'failed', done: 0, total: 0 });
      tx.audit('project-import', importId, { code });
      return null;
    });
  }
}

function tell(tx: Tx, { importId, until, total }: Part): void {
  tx.notify(`job:${importId}`, { state: until === total ? 'done' : 'running', done: until, total });
}

/** The market itself imports, whoever sent the file; the same part of the same import has the same key. */
const contextOf = (importId: string, requestId: string, what: string): CommandContext => ({
  actor: systemActor,
  key: uuidv5(what, importId),
  requestId,
});

import type { bankStatement } from '@muheng/contracts/payments';
import { formatCny } from '@muheng/contracts/common/quantity';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type BankLine, readBankStatement } from '../domain/bank-statement.js';
import { findObjects, insertLines, storeReading } from '../persistence/statement.repository.js';

const rejectedMax = 200;

/** A bank's daily statement: its lines are held against the journal by the next full reconciliation. */
@Injectable()
export class ImportBankStatement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Keeps every good line, once by its reference, and names every bad cell. Throws `import.unreadable`. */
  async execute(
    context: CommandContext,
    upload: { fileName: string; content: Buffer },
  ): Promise<z.input<typeof bankStatement>> {
    const { lines, rejected } = readBankStatement(rowsOf(upload.content));
    const command = { name: 'payments.import-bank-statement', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { content: upload.content }, async (tx) => {
      const objects = await findObjects(
        tx,
        lines.map(({ remark }) => remark),
      );
      const kept = lines.map((line) => ({
        id: line.reference,
        kind: line.amount > 0n ? 'in' : 'out',
        amount: line.amount,
        objectId: objects.get(line.remark) ?? line.remark,
        occurredAt: line.occurredAt,
      }));
      const fresh = kept.length > 0 ? await insertLines(tx, 'bank', kept) : 0;
      const span = spanOf(lines);
      if (span) await storeReading(tx, 'bank', span);
      tx.audit('bank-statement', context.key, { file: upload.fileName, lines: lines.length, fresh });
      return {
        lines: lines.length,
        fresh,
        unmatched: lines.filter(({ remark }) => !objects.has(remark)).length,
        totalCny: formatCny(lines.reduce((sum, { amount }) => sum + (amount > 0n ? amount : 0n), 0n)),
        rejected: rejected.slice(0, rejectedMax),
      };
    });
  }
}

/** From the first line to the last: what of ours lies between and is not there is missing. */
function spanOf(lines: readonly BankLine[]): { since: Date; through: Date } | null {
  const times = lines.map(({ occurredAt }) => occurredAt.getTime());
  return times.length === 0
    ? null
    : { since: new Date(Math.min(...times)), through: new Date(Math.max(...times)) };
}

function rowsOf(content: Buffer): string[][] {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content);
      return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
    } catch {
      // Not this encoding, or no csv: the next, or none.
    }
  }
  throw new Refusal('import.unreadable');
}

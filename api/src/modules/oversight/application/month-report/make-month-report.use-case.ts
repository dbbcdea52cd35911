import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { writeXlsx } from 'hucre/xlsx';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { failpoint } from '../../../../kernel/failpoint.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { Printer } from '../../../settlement/application/certificate-pdf/printer.js';
import { reportBook } from '../../domain/month-report/book.js';
import type { ReportBook } from '../../domain/month-report/facts.js';
import { monthFacts } from '../../persistence/month-facts.repository.js';
import { findMonthReport, insertReportFiles } from '../../persistence/month-report.repository.js';

/** Makes an area's report of a month, as PDF and xlsx, and keeps both with their hashes. */
@Injectable()
export class MakeMonthReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly printer: Printer,
  ) {}

  /** Job `month-report.make`. Twice is fine: what is made stays as it is. */
  async execute(context: CommandContext, reportId: string): Promise<void> {
    const open = await this.unitOfWork.readMarket(async (tx) => {
      const row = await findMonthReport(tx, reportId);
      if (!row || row.files.length > 0) return null;
      const scope = row.regionCode.replace(/(00)+$/, '');
      return { row, book: reportBook(await monthFacts(tx, { ...row, scope })) };
    });
    if (!open) return;
    const { row, book } = open;
    const digest = createHash('sha256').update(JSON.stringify(book)).digest();
    const pdf = await this.printer.print({ kind: 'tables', book, digest: digest.toString('hex') });
    const xlsx = await workbook(book);
    // Dead here: nothing is kept, and the report is made again.
    failpoint('month-report:after-render');
    const name = `指标交易监管月报-${row.areaZh}-${row.month}`;
    const file = (format: 'pdf' | 'xlsx', content: Buffer) => ({
      id: uuidv7(),
      format,
      fileName: `${name}.${format}`,
      sha256: createHash('sha256').update(content).digest(),
      content,
    });
    const files = [file('pdf', pdf), file('xlsx', xlsx)];
    const command = { name: 'oversight.make-month-report', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { reportId }, async (tx) => {
      if (!(await insertReportFiles(tx, reportId, digest, files))) return;
      const hashes = Object.fromEntries(files.map(({ format, sha256 }) => [format, sha256.toString('hex')]));
      tx.audit('month-report', reportId, { month: row.month, area: row.areaCode, ...hashes });
    });
  }
}

/** A spreadsheet forbids these in the name of a sheet, and more than 31 characters. */
const sheetName = (title: string, nth: number): string =>
  `${nth + 1} ${title.replaceAll(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31);

/** The same tables, one a sheet; figures stay text, because a spreadsheet rounds what has more than fifteen digits. */
async function workbook(book: ReportBook): Promise<Buffer> {
  const about = [[book.title], [book.subtitle], [book.lead], [book.at]];
  const content = await writeXlsx({
    sheets: [
      { name: '说明', rows: about },
      ...book.sections.map(({ title, note, heads, rows, total }, nth) => ({
        name: sheetName(title, nth),
        rows: [[...heads], ...rows.map((row) => [...row]), ...(total ? [[...total]] : []), [note]],
      })),
    ],
  });
  return Buffer.from(content);
}

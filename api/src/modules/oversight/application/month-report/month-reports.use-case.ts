import { Injectable } from '@nestjs/common';
import type { monthReportInput, monthReports } from '@muheng/contracts/month-report';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import {
  countAreas,
  findMonthReport,
  findReportFile,
  insertMonthReports,
  listMonthReports,
  mediaTypes,
  type ReportFormat,
  sealedMonths,
} from '../../persistence/month-report.repository.js';
import { type MonthView, monthView } from './month-report-view.js';

const monthsShown = 60;

interface ReportFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** The reports of sealed months: asked for by the region, made by the worker, read by each area under its own sight. */
@Injectable()
export class MonthReports {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Asks for a month's reports of the region and every city and county. Asked for again, only what is not made yet is
   * woken up. Throws `oversight.month-not-sealed`.
   */
  async order(context: CommandContext, input: z.output<typeof monthReportInput>): Promise<MonthView> {
    const { month } = input;
    const command = { name: 'oversight.order-month-reports', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      if (!(await sealedMonths(tx, monthsShown)).includes(month))
        throw new Refusal('oversight.month-not-sealed', { params: { month }, pointer: '/month' });
      const ids = Array.from({ length: await countAreas(tx) }, () => uuidv7());
      await insertMonthReports(tx, month, ids, context.actor.personId);
      const rows = await listMonthReports(tx, [month]);
      for (const { id, files } of rows) {
        if (files.length === 0) tx.publish('month-report.make', { subjectId: id });
      }
      tx.audit('month-report', month, { reports: rows.length });
      return monthView(month, rows);
    });
  }

  /** Every sealed month with what the reader may see of its reports, newest first. */
  async list(actor: Actor): Promise<z.input<typeof monthReports>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const months = await sealedMonths(tx, monthsShown);
      const rows = await listMonthReports(tx, months);
      return {
        items: months.map((month) => {
          const { reports: _all, ...view } = monthView(
            month,
            rows.filter((row) => row.month === month),
          );
          return view;
        }),
      };
    });
  }

  /** Throws `request.not-found` for a month that is not sealed. */
  async one(actor: Actor, month: string): Promise<MonthView> {
    return this.unitOfWork.read(actor, async (tx) => {
      if (!(await sealedMonths(tx, monthsShown)).includes(month)) throw new Refusal('request.not-found');
      return monthView(month, await listMonthReports(tx, [month]));
    });
  }

  /** Who took which file is in the audit log. Throws `request.not-found`, `oversight.report-not-made`. */
  async file(actor: Actor, requestId: string, id: string, format: ReportFormat): Promise<ReportFile> {
    const found = await this.unitOfWork.read(actor, async (tx) => {
      const report = await findMonthReport(tx, id);
      if (!report) throw new Refusal('request.not-found');
      return findReportFile(tx, id, format);
    });
    if (!found) throw new Refusal('oversight.report-not-made');
    const command = { name: 'oversight.download-month-report', scope: 'market' } as const;
    const context = { actor, key: uuidv7(), requestId };
    await this.unitOfWork.run(command, context, { id, format }, async (tx) => {
      tx.audit('export', id, { format, sha256: found.sha256 });
    });
    return { fileName: found.fileName, mediaType: mediaTypes[format], content: found.content };
  }
}

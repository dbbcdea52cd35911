import type { monthReport, monthReportDetail } from '@muheng/contracts/month-report';
import type { z } from 'zod';
import type { MonthReportRow } from '../../persistence/month-report.repository.js';
import { labelOf } from '../alert-view.js';

export type MonthReportView = z.input<typeof monthReport>;
export type MonthView = z.input<typeof monthReportDetail>;

const reportView = ({ id, areaCode, areaZh, areaEn, files }: MonthReportRow): MonthReportView => ({
  id,
  area: labelOf(areaCode, areaZh, areaEn),
  files,
});

/** One month of the reports that a reader sees; `own` is the one of the reader's widest area. */
export function monthView(month: string, rows: readonly MonthReportRow[]): MonthView {
  const [widest] = rows;
  return {
    month,
    requestedAt: widest?.requestedAt.toISOString() ?? null,
    total: rows.length,
    done: rows.filter(({ files }) => files.length > 0).length,
    own: widest ? reportView(widest) : null,
    reports: rows.map(reportView),
  };
}

import { z } from 'zod';
import { id, instant } from './common/schema.js';
import { partyLabel } from './oversight.js';

/** The regulator's monthly report: one for the region, each city and each county, kept as PDF and xlsx. */

const count = z.number().int().min(0);
export const reportMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const reportFormat = z.enum(['pdf', 'xlsx']);

export const monthReportInput = z.strictObject({ month: reportMonth }).meta({ id: 'OrderMonthReports' });

export const monthReport = z
  .strictObject({
    id,
    /** Whose figures it has: the region, a city or a county. */
    area: partyLabel,
    /** None while it is being made; then both. */
    files: z.array(
      z.strictObject({
        format: reportFormat,
        fileName: z.string(),
        bytes: count,
        /** Of the file, as it stands in the audit log. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ),
  })
  .meta({ id: 'MonthReport' });

const monthOfReports = z.strictObject({
  month: reportMonth,
  /** Null until somebody asked for this month. */
  requestedAt: instant.nullable(),
  /** Of the reports that the reader may see. */
  total: count,
  done: count,
  /** The reader's own: of the region, the city or the county that the reader is of. */
  own: monthReport.nullable(),
});

/** Sealed months, newest first. */
export const monthReports = z.strictObject({ items: z.array(monthOfReports) }).meta({ id: 'MonthReports' });
export const monthReportDetail = monthOfReports
  .extend({ reports: z.array(monthReport) })
  .meta({ id: 'MonthReportDetail' });

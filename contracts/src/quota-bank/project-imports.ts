import { z } from 'zod';
import { hectares, id, instant, page, pageQuery, partyCode } from '../common/schema.js';

/** Files of origin projects, and how each came out. */

/** One fault of one cell: a row with several faults has several entries. `row` is the sheet's, the header being 1. */
export const importFault = z
  .strictObject({
    row: z.number().int(),
    column: z.string(),
    code: z.string(),
    message: z.string(),
    messageEn: z.string(),
  })
  .meta({ id: 'ImportFault' });
/** Topic `job:<id>` of the live stream carries {state, done, total} while it runs. */
export const projectImport = z
  .strictObject({
    id,
    party: partyCode,
    fileName: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.number().int(),
    total: z.number().int().nullable(),
    rows: z.number().int().nullable(),
    banked: z.number().int(),
    unchanged: z.number().int(),
    /** Rows turned back; `rejected` names every fault in them. */
    rejectedRows: z.number().int(),
    areaHa: hectares,
    /** Why the whole file was turned back (`import.unreadable`, `import.column-missing` …). */
    failure: z.strictObject({ code: z.string(), message: z.string(), messageEn: z.string() }).nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'ProjectImport' });
export const projectImportDetail = projectImport
  .extend({ rejected: z.array(importFault) })
  .meta({ id: 'ProjectImportDetail' });
export const projectImportPage = page(projectImport).meta({ id: 'ProjectImportPage' });
export const projectImportQuery = z.strictObject({ limit: pageQuery.limit, cursor: id.optional() });
export const projectImportAccepted = z.strictObject({ id }).meta({ id: 'ProjectImportAccepted' });

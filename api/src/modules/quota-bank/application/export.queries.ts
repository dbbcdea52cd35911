import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@muheng/contracts/common/calendar';
import { zeroQuantities } from '@muheng/contracts/common/component';
import { writeCsv } from 'hucre/csv';
import { writeXlsx } from 'hucre/xlsx';
import type { Actor } from '../../../kernel/access/actor.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { lotBuckets, lotSheetOf, projectSheetOf, useSheetOf } from '../domain/export-sheets.js';
import { exportRowsMax, readProjectsToExport, readUsesToExport } from '../persistence/export.repository.js';
import { readLotHoldings } from '../persistence/holdings.repository.js';
import { listLots } from '../persistence/lot.repository.js';

export type ExportedSheet = 'projects' | 'lots' | 'uses';

export interface ExportedFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

const sheetNames: Readonly<Record<ExportedSheet, string>> = {
  projects: '补充耕地项目',
  lots: '指标批次',
  uses: '指标使用',
};

/** The bank as sheets for people and for the ministry's systems, under the reader's own sight (issue 3, item 10). */
@Injectable()
export class ExportQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async file(
    actor: Actor,
    sheet: ExportedSheet,
    { format, quota }: { format: 'csv' | 'xlsx'; quota?: string | undefined },
  ): Promise<ExportedFile> {
    const { rows, day } = await this.unitOfWork.read(actor, async (tx) => ({
      rows: await rowsOf(tx, sheet, quota ?? null),
      day: shanghaiDay(tx.now),
    }));
    const fileName = `${sheet}-${day}.${format}`;
    if (format === 'csv') {
      // A byte order mark, without which a Chinese spreadsheet misreads UTF-8; and no cell that would run.
      const text = writeCsv(rows, { bom: true, escapeFormulae: true });
      return { fileName, mediaType: 'text/csv; charset=utf-8', content: Buffer.from(text, 'utf8') };
    }
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const content = await writeXlsx({ sheets: [{ name: sheetNames[sheet], rows }] });
    return { fileName, mediaType, content: Buffer.from(content) };
  }
}

async function rowsOf(tx: ReadTx, sheet: ExportedSheet, quota: string | null): Promise<string[][]> {
  switch (sheet) {
    case 'projects':
      return projectSheetOf(await readProjectsToExport(tx, quota));
    case 'uses':
      return useSheetOf(await readUsesToExport(tx, quota));
    case 'lots': {
      const filter = { ...(quota === null ? {} : { quota }), after: null, limit: exportRowsMax - 1 };
      const lots = await listLots(tx, filter);
      const holdings = await readLotHoldings(
        tx,
        lots.map((lot) => lot.id),
      );
      return lotSheetOf(
        lots.map(({ id, validUntil, ...lot }) => ({
          ...lot,
          validUntil: validUntil === null ? '' : shanghaiDay(validUntil),
          amounts: lotBuckets.map(([bucket]) => holdings.get(id)?.get(bucket) ?? zeroQuantities),
        })),
      );
    }
  }
}

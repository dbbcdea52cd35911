import { Injectable } from '@nestjs/common';
import { isProblemCode, renderProblem } from '@muheng/contracts/common/problems';
import { formatHa } from '@muheng/contracts/common/quantity';
import type {
  importFault,
  projectImport,
  projectImportDetail,
  projectImportPage,
} from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import {
  findImport,
  type ImportRow,
  listImports,
  type StoredFault,
} from '../persistence/project-import.repository.js';
import { pageOf } from './page-of.js';

export type ImportDetail = z.input<typeof projectImportDetail>;

/** Imports of origin projects, under the reader's own sight. */
@Injectable()
export class ImportQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    actor: Actor,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<z.input<typeof projectImportPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listImports(tx, { after: query.cursor ?? null, limit: query.limit });
      return pageOf(rows, query.limit, (row) => row.id, importView);
    });
  }

  /** Throws `request.not-found`. */
  async one(actor: Actor, id: string): Promise<ImportDetail> {
    return this.unitOfWork.read(actor, async (tx) => detailOf(await findImport(tx, id)));
  }

  /** As `one`, for a command that acts for the market itself. */
  async oneForMarket(id: string): Promise<ImportDetail> {
    return this.unitOfWork.readMarket(async (tx) => detailOf(await findImport(tx, id)));
  }
}

export function detailOf(row: ImportRow | null): ImportDetail {
  if (!row) throw new Refusal('request.not-found');
  return { ...importView(row), rejected: row.rejected.map(faultView) };
}

function importView(row: ImportRow): z.input<typeof projectImport> {
  const { id, party, fileName, state, rows, banked, unchanged, rejectedRows } = row;
  const failure = row.failureCode === null ? null : sentences(row.failureCode, row.rejected[0]?.params ?? {});
  return {
    id,
    party,
    fileName,
    state,
    done: row.rowsDone,
    total: rows,
    rows,
    banked,
    unchanged,
    rejectedRows,
    areaHa: formatHa(row.area),
    failure,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

const faultView = ({ row, column, code, params }: StoredFault): z.input<typeof importFault> => ({
  row,
  column,
  ...sentences(code, params),
});

function sentences(code: string, params: Record<string, string>) {
  const known = isProblemCode(code) ? code : 'internal.fault';
  return {
    code,
    message: renderProblem(known, 'zh-CN', params),
    messageEn: renderProblem(known, 'en', params),
  };
}

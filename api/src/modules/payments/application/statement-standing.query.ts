import type { statementStanding } from '@muheng/contracts/payments';
import { formatCny } from '@muheng/contracts/common/quantity';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { sumStatements } from '../persistence/statement.repository.js';

/** How far the statements have been read, for those who answer for the reconciliation. */
@Injectable()
export class StatementStanding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(): Promise<z.input<typeof statementStanding>> {
    const rows = await this.unitOfWork.readMarket(sumStatements);
    return {
      sources: rows.map(({ incoming, outgoing, since, through, ...row }) => ({
        ...row,
        inCny: formatCny(incoming),
        outCny: formatCny(outgoing),
        since: since.toISOString(),
        through: through.toISOString(),
      })),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { shanghaiDay, shanghaiYear } from '@muheng/contracts/common/calendar';
import { formatCny, formatHa, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import type {
  feeQuery,
  reclamationFee,
  reclamationFeeInput,
  reclamationFeePage,
} from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { reclamationFeeOf } from '../domain/reclamation-fee.js';
import { takeNumbers } from '../persistence/number-series.js';
import { type FeeRow, insertFee, listFees } from '../persistence/reclamation-fee.repository.js';
import { holderOf } from './holder-of.js';
import { pageOf } from './page-of.js';

type FeeView = z.input<typeof reclamationFee>;

/** 耕地开垦费: what a county was paid where a local project could not be covered by quota (domain §2 row 12, §3). */
@Injectable()
export class ReclamationFees {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `quota.nothing-asked`, `import.future-date`, `quota.receipt-taken`. */
  async record(context: CommandContext, input: z.output<typeof reclamationFeeInput>): Promise<FeeView> {
    const command = { name: 'quota-bank.record-fee', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const county = await holderOf(tx, context);
      const [area, fenPerMu] = [parseHa(input.areaHa), parseCny(input.cnyPerMu)];
      const fen = reclamationFeeOf(area, fenPerMu, input.basicFarmland);
      if (area === 0n || fen === 0n) throw new Refusal('quota.nothing-asked', { pointer: '/areaHa' });
      const today = shanghaiDay(tx.now);
      if (input.paidOn > today) {
        const params = { column: 'paidOn', value: input.paidOn, today };
        throw new Refusal('import.future-date', { params, pointer: '/paidOn' });
      }
      const id = uuidv7();
      const [number = ''] = await takeNumbers(tx, [`FEE-${shanghaiYear(tx.now)}-${county.code}`]);
      const { projectCode, projectName, basicFarmland, paidOn, receiptNo } = input;
      const fee = {
        id,
        number,
        projectCode,
        projectName,
        area,
        basicFarmland,
        fenPerMu,
        fen,
        paidOn,
        receiptNo,
      };
      const { personId } = context.actor;
      if (!(await insertFee(tx, { ...fee, partyId: county.id, byPersonId: personId }))) {
        throw new Refusal('quota.receipt-taken', { params: { receipt: receiptNo }, pointer: '/receiptNo' });
      }
      tx.audit('reclamation-fee', id, { number });
      return feeView({ ...fee, party: county.code, at: tx.now });
    });
  }

  async list(actor: Actor, query: z.output<typeof feeQuery>): Promise<z.input<typeof reclamationFeePage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await listFees(tx, { ...query, after: query.cursor ?? null });
      return pageOf(rows, query.limit, (row) => row.id, feeView);
    });
  }
}

const feeView = ({ area, fenPerMu, fen, at, ...row }: FeeRow): FeeView => ({
  ...row,
  areaHa: formatHa(area),
  cnyPerMu: formatCny(fenPerMu),
  amountCny: formatCny(fen),
  at: at.toISOString(),
});

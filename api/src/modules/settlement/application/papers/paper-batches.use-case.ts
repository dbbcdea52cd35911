import { Injectable } from '@nestjs/common';
import type { paperBatch, paperBatchInput } from '@muheng/contracts/proceeds';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import {
  countPapers,
  findPaperBatch,
  insertPaperBatch,
  type PaperBatchRow,
} from '../../persistence/paper-batch.repository.js';
import { TradeQueries } from '../trade.queries.js';

type View = z.input<typeof paperBatch>;

/** The papers of many trades at once, and how far they are. */
@Injectable()
export class PaperBatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trades: TradeQueries,
  ) {}

  /** Has made what the trades still lack. Throws `settlement.not-found` for one that the reader may not see. */
  async start(context: CommandContext, { tradeIds }: z.output<typeof paperBatchInput>): Promise<View> {
    const { partyId, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    for (const tradeId of new Set(tradeIds)) await this.trades.requireSeen(context.actor, tradeId);
    const command = { name: 'settlement.make-papers', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { tradeIds }, async (tx) => {
      const id = uuidv7();
      await insertPaperBatch(tx, id, { partyId, personId }, tradeIds);
      for (const { tradeId, total, done } of await countPapers(tx, id)) {
        if (done < total) tx.publish('trade.papers', { subjectId: tradeId });
      }
      tx.audit('paper-batch', id, { trades: tradeIds.length });
      const batch = await findPaperBatch(tx, id);
      if (!batch) throw new Error(`batch ${id} vanished`);
      return view(tx, batch);
    });
  }

  /** Throws `request.not-found`, also for another party's batch. */
  async one(actor: Actor, id: string): Promise<View> {
    return this.unitOfWork.readMarket(async (tx) => {
      const batch = await findPaperBatch(tx, id);
      if (!batch || batch.partyId !== actor.partyId) throw new Refusal('request.not-found');
      return view(tx, batch);
    });
  }
}

async function view(tx: Tx | ReadTx, { id, createdAt }: PaperBatchRow): Promise<View> {
  const rows = await countPapers(tx, id);
  const sum = (of: 'total' | 'done'): number => rows.reduce((total, row) => total + row[of], 0);
  return {
    id,
    createdAt: createdAt.toISOString(),
    total: sum('total'),
    done: sum('done'),
    trades: rows,
  };
}

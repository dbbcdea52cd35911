import { Injectable } from '@nestjs/common';
import { type RetentionKey, retentionKeys, retentionRules } from '@muheng/contracts/common/retention';
import type { retentionSchedule } from '@muheng/contracts/notices';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import {
  listSweeps,
  noteSweep,
  sweepPart,
  sweptAtOnce,
  sweptKeys,
} from '../persistence/retention.repository.js';

/** Carries out the written schedule, and shows it. A part that is swept is gone with its note in the audit log. */
@Injectable()
export class Retention {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Sweeps until nothing is over any more; in parts, so that dying on any line leaves whole parts. */
  async sweep(context: CommandContext): Promise<Partial<Record<RetentionKey, number>>> {
    const swept: Partial<Record<RetentionKey, number>> = {};
    for (const key of sweptKeys) {
      const { days } = retentionRules[key];
      if (days === null) continue;
      let rows: number;
      do {
        rows = await this.part(context, key, days);
        swept[key] = (swept[key] ?? 0) + rows;
      } while (rows === sweptAtOnce);
    }
    return swept;
  }

  async schedule(actor: Actor): Promise<z.input<typeof retentionSchedule>> {
    const sweeps = await this.unitOfWork.read(actor, listSweeps);
    const items = retentionKeys.map((key) => {
      const last = sweeps.find((each) => each.key === key);
      const swept = last && {
        at: last.at.toISOString(),
        rows: Number(last.rows),
        sinceFirst: Number(last.sinceFirst),
      };
      return { key, ...retentionRules[key], swept: swept ?? null };
    });
    return { items };
  }

  private async part(context: CommandContext, key: RetentionKey, days: number): Promise<number> {
    const command = { name: 'notices.sweep', scope: 'market' } as const;
    return this.unitOfWork.step(command, context, { key }, async (tx) => {
      const rows = await sweepPart(tx, key, days);
      await noteSweep(tx, key, rows);
      if (rows > 0) tx.audit('retention', key, { rows });
      return rows;
    });
  }
}

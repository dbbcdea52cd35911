import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '../../../kernel/access/actor.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { recordEvents } from '../../listings/application/listing-log.js';
import { extendForOutage } from '../domain/timed-bidding.js';
import type { AuctionRow } from '../persistence/auction.repository.js';
import { lockAuctions } from '../persistence/bid-batch.repository.js';
import {
  beatSql,
  findWindowsBetween,
  lockGap,
  type Pulse,
  renewPulse,
  setWindowEnd,
} from '../persistence/floor-pulse.repository.js';
import { auctionOf } from './auction.js';

/** After so long without a beat of its own a process does not know whether bidding was possible. */
const unsureMs = 10_000;

/**
 * The outage rule (domain §16 `outageSeconds`). Every api process beats; the first beat after a gap gives each final
 * window that ran meanwhile its time back, in public, before that process takes a bid.
 */
@Injectable()
export class KeepFloor {
  private beatenAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Beats when the last beat of this process is too long ago: a database that was away must not cost a bidder. */
  async beSure(): Promise<void> {
    if (performance.now() - this.beatenAt > unsureMs) await this.beat();
  }

  /** Says that bidding is possible. Answers how many windows were extended. */
  async beat(): Promise<number> {
    const [rows]: [unknown[]] = await this.source.query(beatSql);
    const extended = rows.length > 0 ? 0 : await this.resume();
    this.beatenAt = performance.now();
    return extended;
  }

  private async resume(): Promise<number> {
    const context = { actor: systemActor, key: '', requestId: 'floor' };
    const command = { name: 'bidding.resume-floor', scope: 'market' } as const;
    const { extended } = await this.unitOfWork.step(command, context, {}, async (tx) => {
      const gap = await lockGap(tx);
      if (!gap) return { extended: 0 };
      const outage = outageOf(gap, await tx.marketTime());
      const ids = await findWindowsBetween(tx, outage.from, outage.until);
      const { text, values } = lockAuctions(ids, true);
      const rows = await tx.query<AuctionRow>(text, values);
      let count = 0;
      for (const row of rows) if (await extend(tx, row, outage)) count += 1;
      await renewPulse(tx);
      return { extended: count };
    });
    return extended;
  }
}

/** No longer than the wall clock says: a practice clock that was set forward is no outage. */
function outageOf({ marketAt, ageSeconds }: Pulse, until: Date): { from: Date; until: Date } {
  const from = Math.max(marketAt.getTime(), until.getTime() - Math.ceil(ageSeconds * 1_000));
  return { from: new Date(from), until };
}

async function extend(tx: Tx, row: AuctionRow, outage: { from: Date; until: Date }): Promise<boolean> {
  const { terms, state } = auctionOf(row, row.id);
  const extended = extendForOutage(terms, state, outage, row.policy.outageSeconds);
  if (!extended) return false;
  const { closesAt } = extended.state;
  await setWindowEnd(tx, row.id, closesAt);
  const payload = {
    cause: 'outage',
    from: outage.from.toISOString(),
    until: outage.until.toISOString(),
    closedBefore: state.closesAt.toISOString(),
    closesAt: closesAt.toISOString(),
  };
  await recordEvents(tx, row.id, [{ event: 'window.extended', payload }]);
  tx.notify('market', { event: 'window.extended', listingId: row.id });
  tx.audit('listing', row.id, payload);
  return true;
}

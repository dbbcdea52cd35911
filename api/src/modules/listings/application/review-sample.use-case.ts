import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import type {
  reviewSampleInput,
  sampleReview,
  sampleReviewPage,
  sampleReviewQuery,
} from '@muheng/contracts/lanes';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isDrawn, sides } from '../domain/sample.js';
import { loadCalendar } from '../persistence/calendar.repository.js';
import type { ListingRow } from '../persistence/listing.repository.js';
import {
  findSample,
  insertSample,
  listSamples,
  type SampleRow,
  storeFinding,
} from '../persistence/sample.repository.js';

type View = z.input<typeof sampleReview>;

/** 抽查: at its notice a listing may be drawn by lot; nobody knows beforehand which. */
export async function drawSample(tx: Tx, { id, policy }: ListingRow, at: Date): Promise<void> {
  if (!isDrawn(policy.sampleReviewPct, randomInt(sides))) return;
  const dueAt = endOfWorkingDays(at, policy.sampleReviewDays, await loadCalendar(tx));
  await insertSample(tx, { id: uuidv7(), listingId: id, dueAt });
}

/** What was drawn is looked at once more by somebody of the region who had no hand in it. */
@Injectable()
export class ReviewSample {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    actor: Actor,
    { state, limit, cursor }: z.output<typeof sampleReviewQuery>,
  ): Promise<z.input<typeof sampleReviewPage>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const page = pageOf(await listSamples(tx, actor.personId, state, limit, decodeCursor(cursor)), limit);
      return { items: page.rows.map(viewOf), nextCursor: page.nextCursor };
    });
  }

  /** Throws `request.not-found`, `access.same-person`, `listing.sample-decided`. */
  async decide(
    context: CommandContext,
    id: string,
    input: z.output<typeof reviewSampleInput>,
  ): Promise<View> {
    const command = { name: 'listings.review-sample', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      const { personId } = context.actor;
      const sample = await findSample(tx, id, personId);
      if (!sample) throw new Refusal('request.not-found');
      if (sample.hadAHand) throw new Refusal('access.same-person');
      if (!(await storeFinding(tx, id, { ...input, personId }))) throw new Refusal('listing.sample-decided');
      tx.audit('listing', sample.listingId, { sample: input.outcome, reason: input.reason });
      const after = await findSample(tx, id, personId);
      if (!after) throw new Error(`sample ${id} vanished`);
      return viewOf(after);
    });
  }
}

const viewOf = ({ cursorAt: _cursor, ...row }: SampleRow): View => ({
  ...row,
  drawnAt: row.drawnAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

import { Injectable } from '@nestjs/common';
import type { auditEntries, auditEntryQuery, checkpointQuery, checkpoints } from '@muheng/contracts/audit';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listAuditEntries, listCheckpoints } from '../persistence/audit-entry.repository.js';
import { labelOf } from './alert-view.js';

/** Page ends: the place to go on from, null when what was asked for is all. */
const nextOf = (places: readonly bigint[], limit: number): number | null =>
  places.length === limit ? Number(places.at(-1)) : null;

/** The checkpoints for everyone, the entries for those who audit. */
@Injectable()
export class AuditEntries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async checkpoints({
    limit,
    before,
  }: z.output<typeof checkpointQuery>): Promise<z.input<typeof checkpoints>> {
    return this.unitOfWork.read(null, async (tx) => {
      const rows = await listCheckpoints(tx, limit, before ?? null);
      return {
        items: rows.map(({ size, root, at, note }) => ({
          size: Number(size),
          root: root.toString('hex'),
          at: at.toISOString(),
          note,
        })),
        next: nextOf(
          rows.map(({ size }) => size),
          limit,
        ),
      };
    });
  }

  /** What was done by those of the reader's scope. */
  async entries(
    actor: Actor,
    query: z.output<typeof auditEntryQuery>,
  ): Promise<z.input<typeof auditEntries>> {
    const { limit, before, outcome, action, subjectId } = query;
    // Across row-level security for the names of people; what is shown is bound to the scope by the query itself.
    return this.unitOfWork.readMarket(async (tx) => {
      const rows = await listAuditEntries(tx, {
        scope: actor.scope,
        limit,
        before: before ?? null,
        outcome: outcome ?? null,
        action: action ?? null,
        subjectId: subjectId ?? null,
      });
      return {
        items: rows.map(({ position, at, partyCode, partyZh, partyEn, ...row }) => ({
          ...row,
          position: Number(position),
          at: at.toISOString(),
          party: partyCode === null ? null : labelOf(partyCode, partyZh ?? '', partyEn ?? ''),
        })),
        next: nextOf(
          rows.map(({ position }) => position),
          limit,
        ),
      };
    });
  }
}

import type { complaintPage } from '@muheng/contracts/complaints';
import type { z } from 'zod';
import { listingOf, type Stage } from '../market.js';
import { Refused } from '../market-client.js';
import type { StepOf } from '../scenario.js';
import { tradesOf } from './settle.js';

/** A party objects to what came of a listing. Throws Refused. */
export async function objectTo(stage: Stage, step: StepOf<'object'>): Promise<void> {
  stage.named.add(step.by);
  const trades = await tradesOf(stage, listingOf(stage, step.listing));
  if (trades.length === 0) throw new Refused('settlement.not-due', {}, 'no trade has come of this listing');
  const party = await stage.cast.as(step.by, 'desk');
  for (const { id } of trades) await party.post(`/api/v1/trades/${id}/objections`, { reason: step.reason });
}

/** Whoever is named decides all open objections to the trades of a listing. Throws Refused. */
export async function decideObjection(stage: Stage, step: StepOf<'decide-objection'>): Promise<void> {
  const trades = new Set((await tradesOf(stage, listingOf(stage, step.listing))).map(({ id }) => id));
  const region = await stage.cast.as('640000', 'approve');
  const { items } = await region.get<z.output<typeof complaintPage>>(
    '/api/v1/complaints?state=open&limit=100',
  );
  const open = items.filter(({ kind, subjectId }) => kind === 'objection' && trades.has(subjectId));
  if (open.length === 0) throw new Refused('request.not-found', {}, 'nobody objects to this listing');
  const decider = await stage.cast.as(step.by, 'approve');
  for (const { id } of open)
    await decider.post(`/api/v1/objections/${id}/decision`, { uphold: step.uphold, reason: step.reason });
}

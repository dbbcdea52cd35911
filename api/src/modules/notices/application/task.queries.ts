import { Injectable } from '@nestjs/common';
import { isTrader } from '@muheng/contracts/common/people';
import type { task, taskList } from '@muheng/contracts/notices';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listTasks, type TaskRow } from '../persistence/task.repository.js';

const shown = 50;
const pages: Readonly<Record<TaskRow['kind'], string>> = {
  'project-import': '/reg/imports',
  reconciliation: '/reg/reconciliation',
  papers: '/seller/trades',
  plan: '/buyer/planner',
  'month-report': '/reg/figures',
};

/** The long work of the reader's organisation in one place. */
@Injectable()
export class TaskQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(actor: Actor): Promise<z.input<typeof taskList>> {
    if (actor.partyId === null) return { items: [] };
    const { partyId } = actor;
    return this.unitOfWork.read(actor, async (tx) => ({
      items: (await listTasks(tx, partyId, shown)).map((row) => viewOf(row, actor)),
    }));
  }
}

function viewOf({ personId, startedAt, finishedAt, ...row }: TaskRow, actor: Actor): z.input<typeof task> {
  const under = row.state === 'waiting' || row.state === 'running';
  return {
    ...row,
    page: row.kind === 'papers' ? papersPage(actor) : pages[row.kind],
    // An import stops between two parts; the others are short, or leave nothing half done to stop at.
    cancellable: under && row.kind === 'project-import' && actor.roles.includes('regulator'),
    mine: personId === actor.personId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

const papersPage = ({ partyKind }: Actor): string =>
  partyKind === 'county' ? '/seller/trades' : isTrader(partyKind) ? '/buyer/trades' : '/reg/trades';

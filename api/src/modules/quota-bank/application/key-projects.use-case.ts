import { Injectable } from '@nestjs/common';
import type { keyProjectInput, keyProjectList } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import {
  confirmNeedsByList,
  listKeyProjects,
  removeKeyProject,
  saveKeyProject,
} from '../persistence/key-project.repository.js';

type List = z.input<typeof keyProjectList>;

/** The region's list of national-key, regional-key and livelihood projects, which everybody may read (domain §9). */
@Injectable()
export class KeyProjects {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Needs of the project that wait for the region's word have it with the listing. */
  async add(context: CommandContext, input: z.output<typeof keyProjectInput>): Promise<List> {
    const command = { name: 'quota-bank.list-key-project', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      await saveKeyProject(tx, { ...input, byPersonId: context.actor.personId });
      await confirmNeedsByList(tx, input.code);
      tx.audit('market', context.actor.partyId ?? '', { keyProject: input.code, level: input.level });
      return listOf(tx);
    });
  }

  /** What was confirmed stays so; new needs find the project no more. Throws `request.not-found`. */
  async remove(context: CommandContext, code: string): Promise<List> {
    const command = { name: 'quota-bank.remove-key-project', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { code }, async (tx) => {
      if (!(await removeKeyProject(tx, code))) throw new Refusal('request.not-found');
      tx.audit('market', context.actor.partyId ?? '', { keyProject: code, removed: true });
      return listOf(tx);
    });
  }

  async list(): Promise<List> {
    return this.unitOfWork.readMarket(listOf);
  }
}

async function listOf(tx: Tx | ReadTx): Promise<List> {
  const rows = await listKeyProjects(tx);
  return {
    items: rows.map(({ listedAt, removedAt, ...row }) => ({
      ...row,
      listedAt: listedAt.toISOString(),
      removedAt: removedAt?.toISOString() ?? null,
    })),
  };
}

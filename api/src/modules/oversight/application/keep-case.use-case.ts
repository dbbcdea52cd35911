import { Injectable } from '@nestjs/common';
import { parseHa } from '@muheng/contracts/common/quantity';
import type { caseFile, patchInput, tuneInput } from '@muheng/contracts/surveillance';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { type SurveillanceSettings, tuned } from '../domain/surveillance/settings.js';
import { findAlert } from '../persistence/alert.repository.js';
import { addNote, findCase, findNotes, insertPatch, takeCase } from '../persistence/case.repository.js';
import { surveillanceOverrides } from '../persistence/surveillance.repository.js';
import { alertView } from './alert-view.js';

type File = z.input<typeof caseFile>;

/** An alert's case: who has it, until when, what was found, how it ended (domain §13). Notes are only added to. */
@Injectable()
export class KeepCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `request.not-found`. */
  async read(actor: Actor, alertId: string): Promise<File> {
    return this.unitOfWork.read(actor, (tx) => fileOf(tx, alertId));
  }

  /** Throws `request.not-found`, `oversight.already-decided`. */
  async take(context: CommandContext, alertId: string): Promise<File> {
    return this.change(context, 'oversight.take-case', alertId, {}, (tx) =>
      takeCase(tx, alertId, context.actor.personId),
    );
  }

  /** Throws `request.not-found`, `oversight.already-decided`. */
  async note(context: CommandContext, alertId: string, body: string): Promise<File> {
    return this.change(context, 'oversight.note-case', alertId, { body }, (tx) =>
      addNote(tx, alertId, context.actor.personId, body),
    );
  }

  /** Throws `request.not-found` when there is no such project. */
  async patch(context: CommandContext, input: z.output<typeof patchInput>): Promise<{ id: string }> {
    const command = { name: 'oversight.note-patch', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const { projectNumber: project, observedOn, source, areaHa } = input;
      const { personId } = context.actor;
      const id = await insertPatch(tx, { project, observedOn, source, area: parseHa(areaHa), personId });
      if (id === null) throw new Refusal('request.not-found');
      tx.audit('satellite-patch', id, { project, observedOn });
      return { id };
    });
  }

  /** What the region sets stands over the defaults until it sets something else; the reason is in the audit log. */
  async tune(context: CommandContext, input: z.output<typeof tuneInput>): Promise<Record<string, number>> {
    const command = { name: 'oversight.tune-surveillance', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      await tx.query(
        `insert into market_setting (key, value) values ('surveillance', $1::jsonb)
         on conflict (key) do update set value = excluded.value`,
        [JSON.stringify(input.settings)],
      );
      tx.audit('market', 'surveillance', input);
      return asRecord(tuned(input.settings));
    });
  }

  async settings(): Promise<Record<string, number>> {
    return this.unitOfWork.readMarket(async (tx) => asRecord(tuned(await surveillanceOverrides(tx))));
  }

  private async change(
    context: CommandContext,
    name: string,
    alertId: string,
    detail: object,
    work: (tx: Tx) => Promise<void>,
  ): Promise<File> {
    const { scope } = context.actor;
    return this.unitOfWork.run({ name, scope: 'market' }, context, { alertId, ...detail }, async (tx) => {
      const [alert] = await tx.query<{ region: string; decided: boolean }>(
        'select region_code as region, decided_at is not null as decided from alert where id = $1 for update',
        [alertId],
      );
      // Whoever does not watch that region does not learn that there is such an alert.
      if (!alert || scope === '' || !alert.region.startsWith(scope)) throw new Refusal('request.not-found');
      if (alert.decided) throw new Refusal('oversight.already-decided');
      await work(tx);
      tx.audit('alert', alertId, detail);
      return fileOf(tx, alertId);
    });
  }
}

const asRecord = (settings: SurveillanceSettings): Record<string, number> => ({ ...settings });

async function fileOf(tx: ReadTx | Tx, alertId: string): Promise<File> {
  const found = await findCase(tx, alertId);
  if (!found) throw new Refusal('request.not-found');
  const alert = await findAlert(tx, alertId);
  if (!alert) throw new Refusal('request.not-found');
  const notes = await findNotes(tx, alertId);
  return {
    alertId,
    alert: alertView(alert),
    owner: found.ownerName,
    dueAt: found.dueAt?.toISOString() ?? null,
    notes: notes.map((note) => ({ ...note, at: note.at.toISOString() })),
    outcome: found.decision,
    reason: found.reason,
    decidedAt: found.decidedAt?.toISOString() ?? null,
  };
}

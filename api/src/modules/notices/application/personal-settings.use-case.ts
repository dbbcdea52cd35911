import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  isNoticeKind,
  type NoticeKindName,
  noticeKindNames,
  noticeKinds,
} from '@muheng/contracts/common/notices/kinds';
import { isTrader } from '@muheng/contracts/common/people';
import type { settings, settingsInput } from '@muheng/contracts/notices';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { insertConfirmation } from '../persistence/mail.repository.js';
import {
  countCodes,
  findSetting,
  lockSetting,
  type SettingRow,
  storeSetting,
  tryCode,
} from '../persistence/setting.repository.js';

type View = z.input<typeof settings>;
const codesAnHour = 5;
const hashOf = (personId: string, code: string): Buffer =>
  createHash('sha256').update(`${personId}:${code}`).digest();

/** What a person chooses for themselves: the language of mails, their address, which notices go by mail. */
@Injectable()
export class PersonalSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SMTP_URL'>,
  ) {}

  async of(actor: Actor): Promise<View> {
    return this.unitOfWork.read(actor, async (tx) => this.view(actor, await findSetting(tx, actor.personId)));
  }

  /** A new address gets a code and no notices until it is confirmed. Throws `settings.too-many-codes`. */
  async change(context: CommandContext, input: z.output<typeof settingsInput>): Promise<View> {
    const command = { name: 'notices.change-settings', scope: 'own' } as const;
    const { actor } = context;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const before = await lockSetting(tx, actor.personId);
      const email = input.email === undefined ? before.email : input.email;
      const language = input.language ?? before.language;
      const chosen = Object.entries(input.mails ?? {}).filter(([kind]) => isNoticeKind(kind));
      const mails = { ...before.mails, ...Object.fromEntries(chosen) };
      const asks = typeof input.email === 'string' && !(email === before.email && before.emailConfirmedAt);
      const confirm = asks ? await this.askForProof(tx, actor.personId, input.email ?? '', language) : null;
      await storeSetting(tx, actor.personId, { language, email, mails }, confirm);
      tx.audit('person', actor.personId, { changed: Object.keys(input) });
      return this.view(actor, await findSetting(tx, actor.personId));
    });
  }

  /** Throws `settings.code-wrong`. A wrong try is kept, and the fifth ends the code. */
  async confirm(context: CommandContext, code: string): Promise<View> {
    const command = { name: 'notices.confirm-email', scope: 'own' } as const;
    const { actor } = context;
    const { confirmed, view } = await this.unitOfWork.run(command, context, { code }, async (tx) => {
      const right = await tryCode(tx, actor.personId, hashOf(actor.personId, code));
      tx.audit('person', actor.personId, { confirmed: right });
      return { confirmed: right, view: this.view(actor, await findSetting(tx, actor.personId)) };
    });
    if (!confirmed) throw new Refusal('settings.code-wrong', { pointer: '/code' });
    return view;
  }

  private async askForProof(tx: Tx, personId: string, address: string, language: string): Promise<Buffer> {
    if ((await countCodes(tx, personId)) >= codesAnHour) throw new Refusal('settings.too-many-codes');
    const code = randomInt(0, 1_000_000).toString().padStart(6, '0');
    const sent = this.config.SMTP_URL === undefined ? null : code;
    await insertConfirmation(tx, { id: uuidv7(), personId, address, language, code: sent });
    return hashOf(personId, code);
  }

  private view(actor: Actor, row: SettingRow): View {
    return {
      language: row.language,
      email: row.email,
      emailConfirmed: row.emailConfirmedAt !== null,
      mailServer: this.config.SMTP_URL !== undefined,
      kinds: noticeKindNames
        .filter((kind) => concerns(kind, actor))
        .map((kind) => ({
          kind,
          topic: noticeKinds[kind].topic,
          mail: row.mails[kind] ?? noticeKinds[kind].mail,
        })),
    };
  }
}

/** Whether somebody with these roles at such a party can ever be told this. */
const concerns = (kind: NoticeKindName, { roles, partyKind }: Actor): boolean =>
  noticeKinds[kind].audiences.some((audience) => {
    const held = audience.roles?.some((role) => roles.includes(role)) ?? true;
    if (audience.of === 'watch') return held && audience.kinds.includes(partyKind);
    // Desks of those who watch are under /reg; who trades has no such page, and they no other.
    return held && audience.page.startsWith('/reg/') !== isTrader(partyKind);
  });

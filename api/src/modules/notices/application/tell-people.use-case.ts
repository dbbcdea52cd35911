import { Inject, Injectable } from '@nestjs/common';
import {
  isNoticeKind,
  type NoticeKindName,
  noticeKindNames,
  noticeKinds,
} from '@muheng/contracts/common/notices/kinds';
import type { Audience } from '@muheng/contracts/common/notices/notice-kind';
import { noticePage } from '@muheng/contracts/common/notices/text';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { tellAudiences, type ToTell } from '../persistence/audience.repository.js';
import { askForMails } from '../persistence/mail.repository.js';
import {
  isAnyWaiting,
  isOutbidWaiting,
  noteOutbid,
  type Occasion,
  takeOccasions,
} from '../persistence/occasion.repository.js';

const atOnce = 500;
/** Kinds that also go by e-mail for whoever has chosen nothing. */
const mailedKinds = noticeKindNames.filter((name) => noticeKinds[name].mail);

/** The topic of the live stream under which one person hears that there is news for them. */
export const personTopic = (personId: string): string => `person:${personId}`;

/**
 * Turns occasions, which were written with the change that they tell of, into a notice for each person who is to know.
 * Taking an occasion and writing its notices is one transaction: dead before the commit, all of it happens later; after
 * it, nothing is left to do. Two workers never take the same occasion.
 */
@Injectable()
export class TellPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SMTP_URL'>,
  ) {}

  /** Tells all that waits. Answers how many notices were written. */
  async execute(context: CommandContext): Promise<number> {
    const command = { name: 'notices.tell', scope: 'market' } as const;
    const { occasions, outbid } = await this.unitOfWork.readMarket(async (tx) => ({
      occasions: await isAnyWaiting(tx),
      outbid: await isOutbidWaiting(tx),
    }));
    if (outbid)
      await this.unitOfWork.step({ ...command, name: 'notices.note-outbid' }, context, {}, noteOutbid);
    if (!occasions && !outbid) return 0;
    let written = 0;
    for (;;) {
      const round = await this.unitOfWork.step(command, context, {}, (tx) => this.tell(tx));
      written += round.written;
      if (round.taken < atOnce) return written;
    }
  }

  private async tell(tx: Tx): Promise<{ taken: number; written: number }> {
    const occasions = await takeOccasions(tx, atOnce);
    const told = await tellAudiences(tx, occasions.flatMap(audiencesOf));
    await askForMails(tx, told, mailedKinds, this.config.SMTP_URL === undefined ? 'no-server' : 'waiting');
    for (const personId of new Set(told.map((each) => each.personId))) tx.notify(personTopic(personId), {});
    return { taken: occasions.length, written: told.length };
  }
}

/** Who is told of an occasion, by the one table. A kind that has left the table tells nobody. */
function audiencesOf(occasion: Occasion): ToTell[] {
  const kind: string = occasion.kind === 'bid.lost' && occasion.drawn ? 'bid.not-drawn' : occasion.kind;
  if (!isNoticeKind(kind)) return [];
  return noticeKinds[kind].audiences.flatMap((audience) => audienceOf(occasion, kind, audience));
}

function audienceOf(occasion: Occasion, kind: NoticeKindName, audience: Audience): ToTell[] {
  const { subjectId, listingId, tradeId, facts } = occasion;
  const who = whoOf(occasion, audience);
  if (who === null && audience.of !== 'watch') return [];
  const ids = { ...facts, subjectId, listingId: listingId ?? '', tradeId: tradeId ?? '' };
  return [
    {
      of: audience.of,
      who,
      region: occasion.regionCode,
      roles: audience.roles ?? [],
      kinds: audience.of === 'watch' ? audience.kinds : [],
      kind,
      topic: noticeKinds[kind].topic,
      page: noticePage(audience.page, ids),
      facts,
      once: occasion.toldOnce ?? occasion.id,
      matter: noticeKinds[kind].asks ? subjectId : null,
      at: occasion.at.toISOString(),
    },
  ];
}

function whoOf({ who, listingId }: Occasion, audience: Audience): string | null {
  switch (audience.of) {
    case 'party':
    case 'person':
      return who[audience.who] ?? null;
    case 'bidders':
    case 'losers':
    case 'city':
    case 'demand':
      return listingId;
    case 'watch':
      return null;
  }
}

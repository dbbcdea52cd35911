import { Injectable } from '@nestjs/common';
import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { detect } from '../domain/surveillance/detectors.js';
import type { Suspicion } from '../domain/surveillance/facts.js';
import { linkedPairs, ringsOf } from '../domain/surveillance/linked-bidders.js';
import { tuned } from '../domain/surveillance/settings.js';
import { insertAlerts } from '../persistence/alert.repository.js';
import {
  auctionFacts,
  knownAlerts,
  marketFacts,
  partyTraits,
  namedParties,
  surveillanceOverrides,
} from '../persistence/surveillance.repository.js';

const quietDays = 90;
const answerWithinWorkingDays = { high: 1, medium: 5, low: 10 } as const;

/** Looks over the whole market and raises what its detectors suspect (domain §13), each with a deadline. */
@Injectable()
export class WatchMarket {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers the codes raised. Run twice, it raises nothing twice. */
  async execute(context: CommandContext): Promise<string[]> {
    const { suspicions, known } = await this.unitOfWork.readMarket(async (tx) => {
      const settings = tuned(await surveillanceOverrides(tx));
      const links = linkedPairs(await auctionFacts(tx), await partyTraits(tx), settings);
      const rings = ringsOf(links);
      const parties = await namedParties(
        tx,
        rings.flatMap(({ members }) => members),
      );
      const linked = rings.map(({ members, links: own }): Suspicion => {
        const first = members[0] ?? '';
        return {
          code: 'LINKED_BIDDERS',
          severity: 'high',
          subjectType: 'party',
          subjectId: first,
          partyId: null,
          regionCode: parties.get(first)?.region ?? '640000',
          // A file is read by people: the names go with the ids that links speak of.
          evidence: { members, links: own, parties: members.flatMap((id) => parties.get(id) ?? []) },
        };
      });
      return {
        suspicions: [...detect(await marketFacts(tx), settings), ...linked],
        known: await knownAlerts(tx, quietDays),
      };
    });
    const fresh = suspicions.filter(({ code, subjectId }) => !known.has(`${code}/${subjectId}`));
    if (fresh.length === 0) return [];
    return this.unitOfWork.run({ name: 'oversight.watch', scope: 'market' }, context, {}, async (tx) => {
      const calendar = await loadCalendar(tx);
      await insertAlerts(
        tx,
        fresh.map((each) => ({
          ...each,
          dueAt: endOfWorkingDays(tx.now, answerWithinWorkingDays[each.severity], calendar),
        })),
      );
      for (const { code, subjectType, subjectId } of fresh) tx.audit(subjectType, subjectId, { code });
      tx.notify('alerts', { raised: fresh.length });
      return fresh.map(({ code }) => code);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { partyList, personaList } from '@muheng/contracts/parties';
import type { z } from 'zod';
import { Inject } from '@nestjs/common';
import type { Role } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { listParties } from '../persistence/party.repository.js';
import { partyView } from './party-view.js';

@Injectable()
export class PartyQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(): Promise<z.input<typeof partyList>> {
    return this.unitOfWork.read(null, async (tx) => ({ items: (await listParties(tx)).map(partyView) }));
  }

  /** The one-click people of a demo world. Throws `request.not-found` in a live market. */
  async personas(): Promise<z.input<typeof personaList>> {
    if (this.config.MUHENG_MODE === 'live') throw new Refusal('request.not-found');
    return this.unitOfWork.readMarket(async (tx) => {
      const parties = new Map((await listParties(tx)).map((party) => [party.id, party]));
      const people = await tx.query<{ id: string; display_name: string; roles: Role[]; party_id: string }>(
        'select id, display_name, roles, party_id from person where disabled_at is null order by region_code, id limit 2000',
      );
      return {
        items: people.flatMap((row) => {
          const party = parties.get(row.party_id);
          if (!party) return [];
          return [
            { personId: row.id, displayName: row.display_name, roles: row.roles, party: partyView(party) },
          ];
        }),
      };
    });
  }
}

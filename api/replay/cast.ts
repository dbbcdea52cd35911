import type { person } from '@muheng/contracts/parties';
import type { z } from 'zod';
import { MarketClient } from './market-client.js';

type Duty = 'desk' | 'check' | 'approve' | 'second' | 'finance-a' | 'finance-b';

/** Who sits at which desk: nobody makes and checks, so a party has two people at least. */
const rolesOf: Readonly<
  Record<Duty, Readonly<Record<string, readonly string[]>> & { other: readonly string[] }>
> = {
  desk: { other: ['maker', 'bidder', 'finance'], operator: ['maker'], 'region-department': ['maker'] },
  check: { other: ['checker', 'finance'], 'region-department': ['checker'] },
  approve: { other: ['approver', 'regulator'], county: ['approver'] },
  // Whoever agrees to what the first one proposes.
  second: { other: ['approver', 'regulator'], county: ['approver'] },
  'finance-a': { other: ['finance', 'maker'] },
  'finance-b': { other: ['finance', 'checker'] },
};

const titles: Readonly<Record<Duty, string>> = {
  desk: '经办',
  check: '复核',
  approve: '审批',
  second: '复审',
  'finance-a': '财务经办',
  'finance-b': '财务复核',
};

/** The people of a story, made and signed in when first needed. */
export class Cast {
  private readonly people = new Map<string, Promise<MarketClient>>();
  private readonly parties = new Map<string, { kind: string; nameZh: string }>();

  constructor(
    private readonly address: string,
    readonly administrator: MarketClient,
  ) {}

  async learnParties(): Promise<void> {
    const { items } = await this.administrator.get<{
      items: { code: string; kind: string; nameZh: string }[];
    }>('/api/v1/parties');
    for (const { code, kind, nameZh } of items) this.parties.set(code, { kind, nameZh });
  }

  /** The person of `party` who does `duty`. */
  as(party: string, duty: Duty): Promise<MarketClient> {
    const key = `${party}/${duty}`;
    const known = this.people.get(key);
    if (known) return known;
    const made = this.hire(party, duty);
    this.people.set(key, made);
    return made;
  }

  private async hire(party: string, duty: Duty): Promise<MarketClient> {
    const known = this.parties.get(party);
    if (known === undefined) throw new Error(`the story names ${party}, but no such party exists`);
    const roles = rolesOf[duty][known.kind] ?? rolesOf[duty].other;
    const made = await this.administrator.post<z.output<typeof person>>('/api/v1/people', {
      partyCode: party,
      login: `${party.toLowerCase()}-${duty}`,
      displayName: `${known.nameZh} ${titles[duty]}`,
      roles,
    });
    const client = new MarketClient(this.address);
    await client.signInAs(made.id);
    return client;
  }
}

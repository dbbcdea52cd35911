import { components, quantities, zeroQuantities } from '@muheng/contracts/common/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Buyer, confirmedCategory, demandLeft, type Offer, refuseBuyer } from './buyer-eligibility.js';
import { declaredDemand, type Need } from './needs.js';
import type { Suspension, SuspensionGround } from './suspension.js';

const now = new Date('2026-03-02T09:00:00+08:00');
const buyer: Buyer = {
  code: '640106',
  name: '金凤区',
  kind: 'county',
  isStandalone: false,
  hasCountyConsent: false,
  county: '金凤区',
  beneficialGroup: null,
  suspensions: [],
  affiliateSuspensions: [],
  purchaseFor: ['construction'],
  deficit: quantities(700_000n, 0n, 5_000_000_000n),
  committed: zeroQuantities,
  needLeft: null,
};
const offer: Offer = {
  seller: { code: '640425', name: '彭阳县', beneficialGroup: null },
  quantities: quantities(608_544n, 0n, 3_651_264_000n),
};
const cap = { buyerDeficitCap: 'on' } as const;
const ask = (vary: Partial<Buyer>, policy: { buyerDeficitCap: 'on' | 'off' } = cap) =>
  refuseBuyer({ ...buyer, ...vary }, offer, policy, now)?.refused ?? 'ok';
const suspended = (ground: SuspensionGround, until: Date | null = null): Suspension[] => [
  { ground, since: new Date('2026-01-01T00:00:00+08:00'), until },
];

describe('who may buy (domain §9)', () => {
  it.each<[string, Partial<Buyer>, string]>([
    ['a county within its deficit', {}, 'ok'],
    ['the seller itself', { code: '640425', suspensions: suspended('assessment') }, 'bidding.own-listing'],
    ['a standalone project', { kind: 'project-owner', isStandalone: true }, 'ok'],
    ['a project owner with consent', { kind: 'project-owner', hasCountyConsent: true }, 'ok'],
    ['a project owner without', { kind: 'project-owner' }, 'party.consent-missing'],
    ['a county unit without consent', { kind: 'county-unit', isStandalone: true }, 'party.consent-missing'],
    ['the region itself', { kind: 'region' }, 'party.not-eligible'],
    ['idle land, ordinary project', { suspensions: suspended('idle-land') }, 'party.suspended'],
    [
      'idle land, livelihood project',
      { suspensions: suspended('idle-land'), purchaseFor: ['livelihood'] },
      'ok',
    ],
    [
      'idle land, one of two is ordinary',
      { suspensions: suspended('idle-land'), purchaseFor: ['livelihood', 'construction'] },
      'party.suspended',
    ],
    [
      'idle land, for nothing named',
      { suspensions: suspended('idle-land'), purchaseFor: [] },
      'party.suspended',
    ],
    [
      'failed assessment, key project',
      { suspensions: suspended('assessment'), purchaseFor: ['national-key'] },
      'party.suspended',
    ],
    ['a ban that has run out', { suspensions: suspended('default', now) }, 'ok'],
    ['an affiliate with a bad record', { affiliateSuspensions: suspended('bad-record') }, 'party.suspended'],
    ['an affiliate with idle land', { affiliateSuspensions: suspended('idle-land') }, 'ok'],
    ['a deficit used up by leading bids', { committed: quantities(91_457n, 0n, 0n) }, 'party.not-eligible'],
    [
      'a named need that lacks less than the deficit',
      { needLeft: quantities(608_543n, 0n, 3_651_264_000n) },
      'party.not-eligible',
    ],
    ['a deficit just enough', { committed: quantities(91_456n, 0n, 1_348_736_000n) }, 'ok'],
  ])('%s', (_, vary, answer) => expect(ask(vary)).toBe(answer));

  it('refuses two parties of one beneficial group', () => {
    const seller = { code: '640425', name: '彭阳县', beneficialGroup: 'G1' };
    expect(refuseBuyer({ ...buyer, beneficialGroup: 'G1' }, { ...offer, seller }, cap, now)).toMatchObject({
      refused: 'party.conflict-of-interest',
      params: { party: '金凤区', other: '彭阳县' },
    });
  });

  it('names the component, the room left and the excess', () => {
    expect(refuseBuyer({ ...buyer, deficit: quantities(700_000n, 0n, 0n) }, offer, cap, now)?.params).toEqual(
      {
        party: '金凤区',
        cause: 'no-deficit',
        component: 'capacity',
        allowed: '0.0000 kg',
        asked: '365126.4000 kg',
        excess: '365126.4000 kg',
      },
    );
  });

  it('asks no need where the policy switches the cap off', () => {
    expect(ask({ deficit: zeroQuantities }, { buyerDeficitCap: 'off' })).toBe('ok');
  });

  it('never lets awards and leads together pass the deficit', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const three = fc.tuple(amount, amount, amount).map((each) => quantities(...each));
    fc.assert(
      fc.property(three, three, three, (deficit, committed, asked) => {
        const refused = refuseBuyer(
          { ...buyer, deficit, committed },
          { ...offer, quantities: asked },
          cap,
          now,
        );
        const fits = components.every((k) => asked[k] === 0n || committed[k] + asked[k] <= deficit[k]);
        return (refused === null) === fits;
      }),
    );
  });
});

describe('demand that may be bought', () => {
  const need = (category: Need['category'], area: bigint): Need => ({
    quota: 'LSQ',
    category,
    required: quantities(area, 0n, 0n),
    covered: zeroQuantities,
    wantedBy: null,
  });
  const needs = [need('village-housing', 1n), need('construction', 10n), need('regional-key', 100n)];

  it('leaves out a county’s own housing and rural development, and nothing of a zone’s', () => {
    expect(declaredDemand('LSQ', needs, true).area).toBe(110n);
    expect(declaredDemand('LSQ', needs, false).area).toBe(111n);
    expect(declaredDemand('SFQ', needs, false).area).toBe(0n);
  });

  it('counts what was bought and is unused', () => {
    expect(demandLeft(quantities(5n, 5n, 5n), quantities(3n, 9n, 0n))).toEqual(quantities(2n, 0n, 5n));
  });

  it.each([
    ['national-key', false, true, 'construction'],
    ['regional-key', true, false, 'regional-key'],
    ['livelihood', false, true, 'livelihood'],
    ['livelihood', false, false, 'construction'],
    ['village-housing', false, false, 'village-housing'],
  ] as const)('%s, confirmed %s, by a county %s → %s', (category, confirmed, county, counted) => {
    expect(confirmedCategory(category, confirmed, county)).toBe(counted);
  });
});

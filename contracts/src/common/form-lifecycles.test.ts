import { describe, expect, it } from 'vitest';
import {
  type FormEvent,
  formEvents,
  formLifecycles,
  type FormStage,
  formStages,
  nextFormStage,
  stageOf,
  stagesOfForm,
} from './form-lifecycles.js';
import { isRefused } from './problems.js';
import { listingStatuses, type TradeForm, tradeForms } from './statuses.js';

type Row = Partial<Record<FormEvent, FormStage>>;
type Table = Partial<Record<FormStage, Row>>;

/** Written out by hand, stage by stage: what is not here is refused. */
const sealed: Table = {
  'prefecture-window': {
    'go-to-region': 'notice',
    seal: 'prefecture-window',
    'close-seals': 'opening',
    fail: 'closed-failed',
  },
  notice: { open: 'listing-open', seal: 'listing-open', 'close-seals': 'opening', fail: 'closed-failed' },
  'listing-open': { seal: 'listing-open', 'close-seals': 'opening', fail: 'closed-failed' },
  opening: { 'give-share': 'opening', reveal: 'opening', sell: 'closed-sold', fail: 'closed-failed' },
};
const named: Table = {
  'prefecture-window': { sell: 'closed-sold' },
  notice: { open: 'listing-open', sell: 'closed-sold' },
  'listing-open': { sell: 'closed-sold' },
};
const tables: Readonly<Record<TradeForm, Table>> = {
  'timed-bidding': {
    'prefecture-window': {
      'go-to-region': 'notice',
      bid: 'prefecture-window',
      'start-timed': 'timed-bidding',
      'timed-bid': 'timed-bidding',
      'reach-ceiling': 'ceiling-reached',
      sell: 'closed-sold',
      fail: 'closed-failed',
    },
    notice: {
      open: 'listing-open',
      bid: 'listing-open',
      'timed-bid': 'timed-bidding',
      'reach-ceiling': 'ceiling-reached',
      sell: 'closed-sold',
      fail: 'closed-failed',
    },
    'listing-open': {
      bid: 'listing-open',
      'start-timed': 'timed-bidding',
      'timed-bid': 'timed-bidding',
      'reach-ceiling': 'ceiling-reached',
      sell: 'closed-sold',
      fail: 'closed-failed',
    },
    'timed-bidding': {
      'go-to-region': 'notice',
      'timed-bid': 'timed-bidding',
      'reach-ceiling': 'ceiling-reached',
      sell: 'closed-sold',
      fail: 'closed-failed',
    },
    'ceiling-reached': { 'accept-ceiling': 'ceiling-reached', draw: 'lottery', sell: 'closed-sold' },
    lottery: { sell: 'closed-sold' },
  },
  'fixed-price': {
    'prefecture-window': { 'go-to-region': 'notice', sell: 'closed-sold', fail: 'closed-failed' },
    notice: { open: 'listing-open', sell: 'closed-sold', fail: 'closed-failed' },
    'listing-open': { sell: 'closed-sold', fail: 'closed-failed' },
  },
  'sealed-first-price': sealed,
  'sealed-uniform': sealed,
  'reverse-purchase': {
    'prefecture-window': {
      'go-to-region': 'notice',
      offer: 'prefecture-window',
      draw: 'lottery',
      sell: 'closed-sold',
      fail: 'closed-failed',
    },
    notice: {
      open: 'listing-open',
      offer: 'listing-open',
      draw: 'lottery',
      sell: 'closed-sold',
      fail: 'closed-failed',
    },
    'listing-open': { offer: 'listing-open', draw: 'lottery', sell: 'closed-sold', fail: 'closed-failed' },
    lottery: { sell: 'closed-sold' },
  },
  negotiated: named,
  allocation: named,
};
const ends: readonly FormStage[] = ['closed-sold', 'closed-failed'];

describe.each(tradeForms)('the lifecycle of %s', (form) => {
  it('says of every stage and event what follows, or refuses', () => {
    for (const stage of formStages) {
      for (const event of formEvents) {
        const next = nextFormStage(form, stage, event);
        const wanted = tables[form][stage]?.[event] ?? null;
        expect([stage, event, isRefused(next) ? null : next]).toEqual([stage, event, wanted]);
        if (isRefused(next)) {
          expect(next).toEqual({ refused: 'listing.wrong-status', params: { status: stage, action: event } });
        }
      }
    }
  });

  it('begins with its notice, reaches every stage that it shows, never leaves an end, and can always end', () => {
    const reach = (from: FormStage): Set<FormStage> => {
      const seen = new Set<FormStage>([from]);
      for (const stage of seen) {
        for (const row of formLifecycles[form]) if (row.from.includes(stage)) seen.add(row.to);
      }
      return seen;
    };
    const shown = stagesOfForm(form, true);
    const first = shown.includes('prefecture-window') ? 'prefecture-window' : 'notice';
    expect([...reach(first)].sort()).toEqual([...shown].sort());
    for (const stage of shown) {
      if (ends.includes(stage)) expect([...reach(stage)]).toEqual([stage]);
      else expect(reach(stage)).toContain('closed-sold');
    }
    expect(stagesOfForm(form, false)).not.toContain('prefecture-window');
  });
});

describe('where a listing stands', () => {
  it('is its status, but for sealed bids that are in', () => {
    expect(stageOf('listing-open', false)).toBe('listing-open');
    expect(stageOf('listing-open', true)).toBe('opening');
    expect(stageOf('notice', true)).toBe('opening');
    expect(stageOf('closed-sold', true)).toBe('closed-sold');
    const apart = listingStatuses.filter((status) => stageOf(status, false) === null);
    expect(apart).toEqual([
      'draft',
      'county-certified',
      'city-review',
      'region-review',
      'gov-approval',
      'suspended',
      'terminated',
      'withdrawn',
    ]);
  });
});

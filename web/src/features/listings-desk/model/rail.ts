import type { RailStep } from '../../../ui/approval-rail.js';
import type { Lane, Listing } from '../api/listings.js';

interface RailWords {
  maker: string;
  makerWorking: string;
  lane: (lane: Lane) => string;
  notice: string;
  party: (named: { nameZh: string; nameEn: string }) => string;
}

/** Maker, every lane of the policy that the listing runs under, notice: who has signed and whose turn it is. */
export function railOf(listing: Listing, words: RailWords): RailStep[] {
  const round = listing.approvals.reduce((latest, row) => (row.round > latest ? row.round : latest), 0);
  const rows = new Map(listing.approvals.filter((row) => row.round === round).map((row) => [row.lane, row]));
  const drafting = listing.status === 'draft';
  const rejected = [...rows.values()].some((row) => row.decision === 'rejected');
  const steps: RailStep[] = [
    {
      key: 'maker',
      label: words.maker,
      ...(drafting ? { detail: words.makerWorking } : {}),
      state: drafting ? 'current' : 'done',
    },
  ];
  const lanes = listing.policy.approvalLanes[listing.quota];
  // Once it has been certified its own rows say who signs: a unit of no city passes none.
  for (const lane of rows.size === 0 ? lanes : lanes.filter((each) => rows.has(each))) {
    const row = rows.get(lane);
    const state =
      row?.decision === 'rejected'
        ? 'refused'
        : row?.decision === 'approved' && !(drafting && rejected)
          ? 'done'
          : listing.awaiting?.lane === lane
            ? 'current'
            : 'waiting';
    steps.push({
      key: lane,
      label: words.lane(lane),
      ...(row ? { detail: words.party(row.party) } : {}),
      state,
    });
  }
  steps.push({ key: 'notice', label: words.notice, state: listing.noticeAt === null ? 'waiting' : 'done' });
  return steps;
}

import { formatQuantities, quantities, type QuotaKind } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';

interface PartyFacts {
  code: string;
  nameZh: string;
  nameEn: string;
}

/** What the database wrote down when a thing changed; amounts in the smallest unit, as text. */
export interface PublicationFacts {
  listing?: string | null;
  trade?: string;
  title?: string;
  status?: string;
  quota?: QuotaKind;
  form?: string;
  seller?: PartyFacts;
  buyer?: PartyFacts;
  party?: PartyFacts;
  area?: string;
  paddy?: string;
  capacity?: string;
  startPrice?: string;
  price?: string | null;
  opensAt?: string | null;
  endsAt?: string | null;
  bidders?: number;
  awardedAt?: string;
  objectionsUntil?: string;
  ground?: string;
  reason?: string;
  from?: string;
  until?: string | null;
}

export interface Publication {
  position: bigint;
  event: string;
  subjectType: 'listing' | 'trade' | 'suspension';
  subjectId: string;
  regionCode: string;
  at: Date;
  facts: PublicationFacts;
}

const instantOf = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : new Date(text).toISOString();

/** The release of a change in the manner of OCDS: what it is about, who takes part, what it is worth. */
export function releaseOf(row: Publication) {
  const { facts } = row;
  const date = row.at.toISOString();
  return {
    ocid: `ocds-muheng-${facts.listing ?? row.subjectId}`,
    id: `${row.position}-${row.event}`,
    position: Number(row.position),
    event: row.event,
    date,
    tag: [tagOf(row)],
    subjectId: row.subjectId,
    regionCode: row.regionCode,
    parties: [
      ...partyOf(facts.seller, 'procuringEntity'),
      ...partyOf(facts.buyer, 'supplier'),
      ...partyOf(facts.party, 'suspended'),
    ],
    tender: row.subjectType === 'listing' ? tenderOf(facts) : null,
    awards: row.subjectType === 'trade' ? [awardOf(facts, date)] : [],
    suspension:
      row.subjectType === 'suspension'
        ? {
            ground: facts.ground ?? '',
            reason: facts.reason ?? '',
            from: instantOf(facts.from) ?? date,
            until: instantOf(facts.until),
          }
        : null,
  };
}

const partyOf = (party: PartyFacts | undefined, role: string) =>
  party ? [{ id: party.code, name: party.nameZh, nameEn: party.nameEn, roles: [role] }] : [];

const wire = (facts: PublicationFacts) =>
  formatQuantities(
    quantities(BigInt(facts.area ?? 0), BigInt(facts.paddy ?? 0), BigInt(facts.capacity ?? 0)),
  );
const value = (fen: string | null | undefined) => ({
  amount: formatCny(BigInt(fen ?? 0)),
  currency: 'CNY' as const,
});

const tenderOf = (facts: PublicationFacts) => ({
  id: facts.listing ?? null,
  title: facts.title ?? '',
  status: facts.status ?? '',
  procurementMethodDetails: facts.form ?? '',
  quota: facts.quota ?? ('SFQ' as const),
  quantities: wire(facts),
  value: value(facts.price ?? facts.startPrice),
  tenderPeriod: { startDate: instantOf(facts.opensAt), endDate: instantOf(facts.endsAt) },
  numberOfTenderers: facts.bidders ?? 0,
});

const awardOf = (facts: PublicationFacts, date: string) => ({
  id: facts.trade ?? '',
  title: facts.title ?? '',
  status: facts.status ?? '',
  date: instantOf(facts.awardedAt) ?? date,
  quota: facts.quota ?? ('SFQ' as const),
  quantities: wire(facts),
  value: value(facts.price),
  objectionsUntil: instantOf(facts.objectionsUntil) ?? date,
});

const ended = new Set(['withdrawn', 'terminated', 'closed-failed']);
const contracted = new Set([
  'contract-signed',
  'payment-due',
  'paid',
  'transfer-filed',
  'quota-transferred',
  'certificate-issued',
  'proceeds-distributed',
  'completed',
]);

/** The OCDS release tag of a change. */
function tagOf({ subjectType, facts: { status = '' } }: Publication) {
  if (subjectType === 'suspension') return 'suspension' as const;
  if (subjectType === 'listing') {
    if (ended.has(status)) return 'tenderCancellation' as const;
    return status === 'notice' ? ('tender' as const) : ('tenderUpdate' as const);
  }
  if (status === 'annulled' || status === 'defaulted') return 'awardCancellation' as const;
  if (status === 'result-publicity') return 'award' as const;
  return contracted.has(status) ? ('contract' as const) : ('awardUpdate' as const);
}

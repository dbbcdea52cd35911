import { roles } from '../people.js';

/** What somebody is told of, as data (domain §8, §10, §12–§14): to whom, in which words, and where it leads. */

export const noticeTopics = [
  'approvals',
  'listings',
  'bidding',
  'money',
  'trades',
  'county-first',
  'oversight',
  'sanctions',
  'quota',
  'work',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

export type NoticeRole =
  | 'maker'
  | 'checker'
  | 'approver'
  | 'bidder'
  | 'finance'
  | 'regulator'
  | 'auditor'
  | 'administrator';

/**
 * Who is told. `who` names one of the ids that come with the occasion.
 * party: its people of these roles. person: that one. bidders: registered with the listing. losers: of those, who got no
 * trade. city: counties of the listing's city but the seller. demand: who asks for such quota in the demand book.
 * watch: parties of these kinds that supervise the place.
 */
export type Audience = { page: string; roles?: readonly NoticeRole[] } & (
  | { of: 'party' | 'person'; who: string }
  | { of: 'bidders' | 'losers' | 'city' | 'demand' }
  | { of: 'watch'; kinds: readonly string[] }
);

export interface NoticeKind {
  topic: NoticeTopic;
  /** Whether it also goes by e-mail for whoever has chosen nothing: what has a deadline, or cannot be taken back. */
  mail: boolean;
  /** It asks somebody to act: done for all who were told once one of them has (migration 0680 says by which change). */
  asks?: true;
  audiences: readonly Audience[];
  'zh-CN': string;
  en: string;
}

/** Who buys and sells for a party. */
export const traders = ['maker', 'checker', 'bidder', 'finance'] as const;
export const sellers = ['maker', 'checker'] as const;
export const bidders = ['bidder', 'maker'] as const;
export const everyone = roles;

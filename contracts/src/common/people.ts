/** Duties of people and kinds of parties, each one list: table, type, notice and page say the same (domain §4). */

export const roles = [
  'maker',
  'checker',
  'approver',
  'bidder',
  'finance',
  'regulator',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export const partyKinds = [
  'county',
  'city',
  'region-department',
  'region-government',
  'region-finance',
  'operator',
  'zone',
  'project-owner',
  'county-unit',
] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Those that hold quota, sell it and buy it; the others watch, settle or run the market. */
export const traderKinds = [
  'county',
  'zone',
  'project-owner',
  'county-unit',
] as const satisfies readonly PartyKind[];
export const isTrader = (kind: string): boolean => (traderKinds as readonly string[]).includes(kind);

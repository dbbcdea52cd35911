import { listingKinds } from './listing-kinds.js';
import type { NoticeKind } from './notice-kind.js';
import { oversightKinds } from './oversight-kinds.js';
import { tradeKinds } from './trade-kinds.js';

const all = { ...listingKinds, ...tradeKinds, ...oversightKinds };

export type NoticeKindName = keyof typeof all;
/** Every kind of notice by name; the one table of who is told what. */
export const noticeKinds: Readonly<Record<NoticeKindName, NoticeKind>> = all;
export const noticeKindNames = Object.keys(all) as NoticeKindName[];

export const isNoticeKind = (name: string): name is NoticeKindName => Object.hasOwn(all, name);

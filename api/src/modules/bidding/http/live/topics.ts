import { z } from 'zod';
import { Refusal } from '../../../../kernel/errors/refusal.js';

export interface ListingTopic {
  kind: 'listing';
  id: string;
  /** The version that the reader has; null: from now on. */
  since: bigint | null;
}
export type Topic =
  | ListingTopic
  | { kind: 'job'; id: string }
  | { kind: 'practice'; code: string }
  | { kind: 'market' }
  | { kind: 'me' };

const topicsMax = 20;
const pattern = /^(listing|job):([0-9a-f-]{36})(?:@(\d{1,15}))?$/i;
const practice = /^practice:([2-9A-HJ-NP-Z]{6})$/;
const uuid = z.uuid();

/** `listing:<id>` or `listing:<id>@<version>`, `job:<id>`, `practice:<code>`, `market`, `me`. Throws `request.invalid`. */
export function readTopics(text: string): Topic[] {
  const parts = [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);
  if (parts.length === 0 || parts.length > topicsMax)
    throw new Refusal('request.invalid', { pointer: '/topics' });
  return parts.map(readTopic);
}

function readTopic(text: string): Topic {
  if (text === 'market' || text === 'me') return { kind: text };
  const [, code] = practice.exec(text) ?? [];
  if (code !== undefined) return { kind: 'practice', code };
  const [, kind, id, version] = pattern.exec(text) ?? [];
  if (id === undefined || !uuid.safeParse(id).success)
    throw new Refusal('request.invalid', { pointer: '/topics' });
  if (kind?.toLowerCase() === 'job') return { kind: 'job', id: id.toLowerCase() };
  return { kind: 'listing', id: id.toLowerCase(), since: version === undefined ? null : BigInt(version) };
}

/** What a browser sends back after a gap: `listing:<id>@<version>,…`. What cannot be read is passed over. */
export function readLastEventId(text: string | undefined): Map<string, bigint> {
  const versions = new Map<string, bigint>();
  for (const part of (text ?? '').slice(0, 2_000).split(',')) {
    const [, kind, id, version] = pattern.exec(part.trim()) ?? [];
    if (kind === 'listing' && id !== undefined && version !== undefined)
      versions.set(id.toLowerCase(), BigInt(version));
  }
  return versions;
}

/** The id of the next event: where the reader then stands in each log. */
export const writeEventId = (versions: ReadonlyMap<string, bigint>): string =>
  [...versions].map(([id, version]) => `listing:${id}@${version}`).join(',') || '0';

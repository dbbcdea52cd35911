import { nodeHash, type Subtree, type TreeHash } from './merkle.js';

/** Hashes are kept in tiles of 256: level 0 holds leaves, level k the roots of whole tiles of level k - 1. */
export const tileWidth = 256;
const tileHeight = 8;
const hashBytes = 32;

export interface Tile {
  level: number;
  ordinal: number;
  hashes: Buffer;
}

export const tileKey = (level: number, ordinal: number): string => `${level}/${ordinal}`;

/** The tiles that the right edge of a log of `size` entries stands on: those that grow next. */
export function edgeOf(size: number): { level: number; ordinal: number }[] {
  const edge = [];
  for (
    let level = 0, width = tileWidth;
    level === 0 || size >= width / tileWidth;
    level += 1, width *= tileWidth
  )
    edge.push({ level, ordinal: Math.floor(size / width) });
  return edge;
}

/** Every tile that a path or root about these entries of a log of `size` can need. */
export function tilesAbout(entries: readonly number[], size: number): { level: number; ordinal: number }[] {
  const wanted = new Map<string, { level: number; ordinal: number }>();
  for (const { level } of edgeOf(size)) {
    for (const entry of [...entries, Math.max(0, size - 1)]) {
      const ordinal = Math.floor(entry / tileWidth ** (level + 1));
      wanted.set(tileKey(level, ordinal), { level, ordinal });
    }
  }
  return [...wanted.values()];
}

/** Reads whole subtrees out of tiles. Throws when a tile is missing or too short: then the store is broken. */
export function subtreesOf(hash: TreeHash, tiles: ReadonlyMap<string, Buffer>): Subtree {
  return (height, index) => {
    const level = Math.floor(height / tileHeight);
    const width = 2 ** (height % tileHeight);
    const first = index * width;
    const tile = tiles.get(tileKey(level, Math.floor(first / tileWidth)));
    const from = (first % tileWidth) * hashBytes;
    const slice = tile?.subarray(from, from + width * hashBytes);
    if (slice?.length !== width * hashBytes) throw new BrokenTiles(level, Math.floor(first / tileWidth));
    return foldUp(hash, slice);
  };
}

/** The stored hashes of the log have a hole. */
export class BrokenTiles extends Error {
  constructor(level: number, ordinal: number) {
    super(`tile ${level}/${ordinal} of the audit log is missing or too short`);
  }
}

function foldUp(hash: TreeHash, row: Buffer): Buffer {
  if (row.length === hashBytes) return row;
  const half = row.length / 2;
  return nodeHash(hash, foldUp(hash, row.subarray(0, half)), foldUp(hash, row.subarray(half)));
}

/**
 * Adds leaves to a log of `size` entries. `edge` are the tiles of `edgeOf(size)` as stored, missing ones empty.
 * Answers every tile that is new or longer than before.
 */
export function grow(
  hash: TreeHash,
  edge: ReadonlyMap<string, Buffer>,
  size: number,
  leaves: readonly Buffer[],
): Tile[] {
  const changed: Tile[] = [];
  let [first, rising] = [size, [...leaves]];
  for (let level = 0; rising.length > 0; level += 1) {
    const risen: Buffer[] = [];
    const start = Math.floor(first / tileWidth);
    for (let ordinal = start, taken = 0; taken < rising.length; ordinal += 1) {
      const before = ordinal === start ? (first % tileWidth) * hashBytes : 0;
      const kept = before === 0 ? Buffer.alloc(0) : edge.get(tileKey(level, ordinal));
      if ((kept?.length ?? 0) < before) throw new BrokenTiles(level, ordinal);
      const room = tileWidth - before / hashBytes;
      const more = rising.slice(taken, taken + room);
      const hashes = Buffer.concat([kept?.subarray(0, before) ?? Buffer.alloc(0), ...more]);
      changed.push({ level, ordinal, hashes });
      if (hashes.length === tileWidth * hashBytes) risen.push(foldUp(hash, hashes));
      taken += more.length;
    }
    [first, rising] = [start, risen];
  }
  return changed;
}

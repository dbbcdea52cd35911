/** Hashes by which a log is chained. Bytes in, 32 bytes out; RFC 9162 §2.1.1 tells leaves from nodes by a first byte. */
export interface TreeHash {
  name: 'SHA-256' | 'SM3';
  digest(bytes: Uint8Array): Buffer;
}

const leafMark = Buffer.from([0]);
/** Mark, left and right of a node: one for all, since a digest takes it in before anything else can. */
const inner = Buffer.alloc(65, 1);

/** Hash of one entry (RFC 9162 §2.1.1). */
export const leafHash = (hash: TreeHash, entry: Uint8Array): Buffer =>
  hash.digest(Buffer.concat([leafMark, entry]));

/** Hash of an inner node. */
export function nodeHash(hash: TreeHash, left: Uint8Array, right: Uint8Array): Buffer {
  inner.set(left, 1);
  inner.set(right, 33);
  return hash.digest(inner);
}

/** The hash of the whole subtree of 2^`height` leaves that starts at leaf `index` · 2^`height`. */
export type Subtree = (height: number, index: number) => Buffer;

/** The largest power of two below `n`, as its exponent; `n` > 1. */
export function splitHeight(n: number): number {
  let height = 0;
  while (2 ** (height + 1) < n) height += 1;
  return height;
}

/** MTH of the leaves [start, start + size) (RFC 9162 §2.1.1); `start` is aligned as the recursion makes it. */
export function rootOf(hash: TreeHash, subtree: Subtree, size: number, start = 0): Buffer {
  if (size === 0) return hash.digest(new Uint8Array());
  const height = size === 1 ? 0 : splitHeight(size);
  if (size === 1) return subtree(0, start);
  if (size === 2 ** (height + 1)) return subtree(height + 1, start / size);
  const left = 2 ** height;
  return nodeHash(hash, subtree(height, start / left), rootOf(hash, subtree, size - left, start + left));
}

/** PATH(index, D[size]): the hashes by which one entry leads to the root (RFC 9162 §2.1.3.1). */
export function inclusionPath(
  hash: TreeHash,
  subtree: Subtree,
  index: number,
  size: number,
  start = 0,
): Buffer[] {
  if (size <= 1) return [];
  const left = 2 ** splitHeight(size);
  return index < left
    ? [...inclusionPath(hash, subtree, index, left, start), rootOf(hash, subtree, size - left, start + left)]
    : [
        ...inclusionPath(hash, subtree, index - left, size - left, start + left),
        rootOf(hash, subtree, left, start),
      ];
}

/** The root to which an entry leads by its path (RFC 9162 §2.1.3.2); null when the path has not the right length. */
export function rootByPath(
  hash: TreeHash,
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | null {
  if (index < 0 || index >= size) return null;
  let [node, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(hash, sibling, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else root = nodeHash(hash, root, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

import { nodeHash, type TreeHash } from './merkle.js';

/** The root of a log of which the leaves pass by one at a time: it keeps one hash a set bit of their number. */
export class GrowingRoot {
  private readonly stack: { height: number; root: Buffer }[] = [];
  size = 0;

  constructor(private readonly hash: TreeHash) {}

  add(leaf: Buffer): void {
    let [height, root] = [0, leaf];
    for (let top = this.stack.at(-1); top?.height === height; top = this.stack.at(-1)) {
      this.stack.pop();
      root = nodeHash(this.hash, top.root, root);
      height += 1;
    }
    this.stack.push({ height, root });
    this.size += 1;
  }

  root(): Buffer {
    const last = this.stack.at(-1);
    if (!last) return this.hash.digest(new Uint8Array());
    return this.stack
      .slice(0, -1)
      .reduceRight((right, { root }) => nodeHash(this.hash, root, right), last.root);
  }
}

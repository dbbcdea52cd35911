/** One event of a listing as it goes over the wire: serialised once for all who follow. */
export interface Frame {
  version: bigint;
  event: string;
  /** JSON of `StreamEvent`. */
  data: string;
  /** The whole event for those who follow this listing alone, made once for all of them. */
  block?: Buffer;
}

const keptMax = 512;

/** The newest events of one listing, in order and without gaps, up to `version`. */
export class Trail {
  private frames: Frame[] = [];

  constructor(public version: bigint) {}

  add(frames: readonly Frame[]): void {
    for (const frame of frames) {
      if (frame.version <= this.version) continue;
      this.frames.push(frame);
      this.version = frame.version;
    }
    if (this.frames.length > keptMax) this.frames = this.frames.slice(-keptMax);
  }

  /** Everything after a version, or null when part of it is no longer kept. */
  after(version: bigint): readonly Frame[] | null {
    if (version >= this.version) return [];
    const [oldest] = this.frames;
    if (!oldest || oldest.version > version + 1n) return null;
    return this.frames.slice(Number(version + 1n - oldest.version));
  }
}

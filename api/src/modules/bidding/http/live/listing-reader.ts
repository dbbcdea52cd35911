import type { ListingHub } from './listing-hub.js';
import type { Frame, Trail } from './trail.js';

type Send = (type: string, data: string, frame?: Frame) => void;

const endings = new Set(['closed', 'listing.withdrawn', 'listing.terminated']);
/** A reader who is further behind gets the snapshot instead of the story. */
const replayMax = 1_000n;

/** One spectator's place in the log of one listing. Sends every version once and in order, or says `gap`. */
export class ListingReader {
  isOver = false;
  private trail: Trail | null = null;
  private stop: (() => void) | null = null;
  private catchingUp = false;
  private at: bigint;

  constructor(
    private readonly hub: ListingHub,
    private readonly listingId: string,
    /** Where the reader stands, and where the log stood when it was asked. */
    private readonly start: { since: bigint; head: bigint },
    private readonly versions: Map<string, bigint>,
    private readonly send: Send,
  ) {
    this.at = start.since;
  }

  /** Sends what the reader missed, then what comes. */
  begin(): void {
    const { head } = this.start;
    const { trail, stop } = this.hub.follow(this.listingId, head, () => this.deliver());
    this.trail = trail;
    this.stop = stop;
    if (head - this.at > replayMax) this.skipTo(head);
    this.deliver();
  }

  end(): void {
    this.stop?.();
    this.trail = null;
  }

  private deliver(): void {
    if (!this.trail || this.catchingUp) return;
    const frames = this.trail.after(this.at);
    if (frames) this.write(frames);
    else void this.catchUp();
  }

  private async catchUp(): Promise<void> {
    this.catchingUp = true;
    try {
      let frames = await this.hub.readAfter(this.listingId, this.at);
      while (frames.length > 0 && this.trail) {
        this.write(frames);
        frames = this.trail.after(this.at) === null ? await this.hub.readAfter(this.listingId, this.at) : [];
      }
    } catch {
      if (this.trail) this.skipTo(this.trail.version);
    }
    this.catchingUp = false;
    if (this.trail && this.trail.after(this.at)?.length) this.deliver();
  }

  private write(frames: readonly Frame[]): void {
    for (const frame of frames) {
      if (frame.version <= this.at) continue;
      this.at = frame.version;
      this.versions.set(this.listingId, frame.version);
      this.send(frame.event, frame.data, frame);
      if (endings.has(frame.event)) this.isOver = true;
    }
  }

  private skipTo(version: bigint): void {
    this.at = version;
    this.versions.set(this.listingId, version);
    const topic = `listing:${this.listingId}`;
    const at = new Date().toISOString();
    this.send('gap', JSON.stringify({ topic, event: 'gap', version: Number(version), at, payload: {} }));
  }
}

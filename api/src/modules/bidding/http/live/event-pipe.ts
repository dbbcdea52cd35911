import type { FastifyReply } from 'fastify';

/** What may wait for a reader that has stopped reading before it is dropped. */
const pendingBytesMax = 262_144;

/** One event as it goes over the wire. Neither part holds a line break. */
export const blockOf = (event: string, id: string, data: string): string =>
  `event: ${event}\nid: ${id}\ndata: ${data}\n\n`;

/**
 * One open stream of server-sent events, written straight to the connection: with thousands of spectators every layer in
 * between is paid for thousands of times a bid. A reader that stops reading is dropped; it comes back by itself and
 * catches up from where it was.
 */
export class EventPipe {
  private ended = false;
  private readonly response: FastifyReply['raw'];

  /** Takes the reply over: from here on no status can be answered any more. */
  constructor(reply: FastifyReply) {
    reply.hijack();
    this.response = reply.raw;
    this.response.socket?.setNoDelay(true);
    this.response.socket?.setTimeout(0);
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) this.response.setHeader(name, value);
    this.response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-cache, no-store, must-revalidate, max-age=0, no-transform',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    this.response.flushHeaders();
  }

  /** Calls back once when the stream is over, whoever ended it. */
  onClose(listener: () => void): void {
    this.response.once('close', listener);
    // A reader that goes away in the middle of a write is no fault of ours.
    this.response.on('error', () => undefined);
    if (this.response.destroyed) listener();
  }

  /** @param block from `blockOf` */
  write(block: string | Buffer): void {
    if (this.ended || this.response.destroyed) return;
    this.response.write(block);
    if (this.response.writableLength > pendingBytesMax) this.response.destroy();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.response.end();
  }
}

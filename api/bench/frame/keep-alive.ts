import { connect, type Socket } from 'node:net';

/**
 * One keep-alive connection that asks one thing at a time. A general HTTP client would take a third of the machine that
 * it measures; this one knows only what our api answers: a status, a length, a body.
 */
export class KeepAlive {
  private received: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  private answer: ((response: { status: number; body: string }) => void) | null = null;
  private fail: ((error: Error) => void) | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', (error) => this.fail?.(error));
    socket.on('close', () => this.fail?.(new Error('the server closed the connection')));
  }

  static async open(address: string): Promise<KeepAlive> {
    const { hostname, port } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port) });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new KeepAlive(socket);
  }

  /** Sends a whole request, head and body, and answers what came back. Throws when the connection breaks. */
  ask(request: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.fail = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.fail = null;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + 4 + length;
    if (this.received.length < end) return;
    const body = this.received.toString('utf8', headEnd + 4, end);
    this.received = this.received.subarray(end);
    const resolve = this.answer;
    this.answer = null;
    this.fail = null;
    resolve?.({ status: Number(head.slice(9, 12)), body });
  }
}

export interface ReceivedEvent {
  event: string;
  id: string;
  data: {
    topic: string;
    event: string;
    version: number | null;
    at: string;
    payload: Record<string, unknown>;
  };
}

/** A spectator: follows a server-sent event stream the way a browser does. */
export class EventStream {
  readonly events: ReceivedEvent[] = [];
  ended = false;
  private waiting: (() => void)[] = [];

  private constructor(private readonly abort: AbortController) {}

  static async open(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(url, { headers, signal: abort.signal });
    if (response.status !== 200 || !response.body)
      throw new Error(`${response.status} ${await response.text()}`);
    const stream = new EventStream(abort);
    void stream.read(response.body);
    return stream;
  }

  close(): void {
    this.abort.abort();
  }

  /** Waits until `count` events of a kind have come and answers them. */
  async take(event: string, count: number, patienceMs = 15_000): Promise<ReceivedEvent[]> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const found = this.events.filter((each) => each.event === event);
      if (found.length >= count) return found;
      const left = until - Date.now();
      if (left <= 0) throw new Error(`only ${found.length} of ${count} ${event} came`);
      await Promise.race([
        new Promise<void>((resolve) => this.waiting.push(resolve)),
        new Promise((resolve) => setTimeout(resolve, left)),
      ]);
    }
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.receive(block);
      }
    } catch {
      // Closed by us.
    }
    this.ended = true;
    this.wake();
  }

  private receive(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ')[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
    );
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push({
      event: fields.get('event') ?? '',
      id: fields.get('id') ?? '',
      data: JSON.parse(data) as ReceivedEvent['data'],
    });
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

/** Something that came to a webhook endpoint. */
export interface Received {
  readonly body: string;
  readonly signature: string;
  readonly at: number;
}

/** A webhook endpoint that remembers what it got, and answers as it is told. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The status of the next answers; 0 hangs up. */
  answer: number;
  /** What it got, each verified by the official client with one of the secrets. */
  events(secret: string): Stripe.Event[];
  close(): Promise<void>;
}

const verifier = new Stripe('sk_test_unused');

export function verify(received: Received, secret: string): Stripe.Event {
  return verifier.webhooks.constructEvent(received.body, received.signature, secret);
}

export async function startReceiver(path = '/webhooks', port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const state = { answer: 200 };
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => {
      received.push({ body, signature: String(request.headers['stripe-signature']), at: Date.now() });
      if (state.answer === 0) request.socket.destroy();
      else response.writeHead(state.answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    received,
    get answer() {
      return state.answer;
    },
    set answer(status: number) {
      state.answer = status;
    },
    events: (secret) => received.map((one) => verify(one, secret)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

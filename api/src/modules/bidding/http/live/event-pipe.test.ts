import { connect } from 'node:net';
import fastify from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { blockOf, EventPipe } from './event-pipe.js';

const server = fastify({ forceCloseConnections: true });
afterEach(() => server.close());

test('drops a reader that has stopped reading, and serves the others on', async () => {
  const pipes: { pipe: EventPipe; closed: Promise<void> }[] = [];
  server.get('/stream', (_request, reply) => {
    const pipe = new EventPipe(reply);
    pipes.push({ pipe, closed: new Promise((resolve) => pipe.onClose(resolve)) });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as { port: number };
  const open = async () => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.write('GET /stream HTTP/1.1\r\nhost: test\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    return socket;
  };
  const stalled = await open();
  stalled.pause();
  const reading = await open();
  let received = 0;
  const told = new Promise<void>((resolve) => {
    reading.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (chunk.includes('event: closed')) resolve();
    });
  });
  const [toStalled, toReading] = pipes;
  if (!toStalled || !toReading) throw new Error('two streams were opened');

  const block = blockOf('bid.accepted', 'listing:x@1', 'x'.repeat(65_536));
  let dropped = false;
  void toStalled.closed.then(() => {
    dropped = true;
  });
  let sent = 0;
  // What the two kernels between keep is some megabytes; a reader that reads loses none of it.
  while (!dropped && sent < 1_000) {
    toStalled.pipe.write(block);
    toReading.pipe.write(block);
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(dropped).toBe(true);
  toReading.pipe.write(blockOf('closed', 'listing:x@2', '{}'));
  await told;
  expect(received).toBeGreaterThan(sent * 65_536);
  stalled.destroy();
  reading.destroy();
});

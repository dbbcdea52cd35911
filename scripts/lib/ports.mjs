import { connect, createServer } from 'node:net';

/**
 * A port that is free at this moment. Another process may take it before it is used: callers retry.
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.unref();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Whether a port can be listened on.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<{ free: true } | { free: false, reason: string }>} the reason is the system's error code
 */
export function probePort(port, host = '0.0.0.0') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      resolve({ free: false, reason: /** @type {NodeJS.ErrnoException} */ (error).code ?? 'unknown' });
    });
    server.listen(port, host, () => server.close(() => resolve({ free: true })));
  });
}

/**
 * Whether somebody listens at an address: to ask this of a server that is still loading costs a hundredth of a request.
 * @param {URL} url
 * @returns {Promise<boolean>}
 */
export function listens(url) {
  return new Promise((resolve) => {
    const socket = connect(Number(url.port || 80), url.hostname, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

import { createServer, type Server } from 'node:http';
import type { Figures } from './figures.js';
import type { Probe } from './probe.js';

/** Tells health and figures to whoever runs the market; no people's door. */
export class HealthServer {
  private readonly server: Server;

  constructor(
    private readonly probe: Probe,
    private readonly figures: Figures,
  ) {
    this.server = createServer((request, response) => {
      void this.answer(request.url ?? '/').then(
        ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
        () => response.writeHead(500).end(),
      );
    });
  }

  async listen(host: string, port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(url: string): Promise<{ status: number; type: string; body: string }> {
    if (url === '/metrics') {
      return { status: 200, type: 'text/plain; version=0.0.4', body: await this.figures.render() };
    }
    if (url !== '/healthz' && url !== '/readyz') return { status: 404, type: 'application/json', body: '{}' };
    const { healthy, ageSeconds } = this.probe;
    const body = {
      status: healthy ? 'ok' : 'stuck',
      lastJobSecondsAgo: ageSeconds === null ? null : Math.round(ageSeconds),
    };
    return { status: healthy ? 200 : 503, type: 'application/json', body: JSON.stringify(body) };
  }
}

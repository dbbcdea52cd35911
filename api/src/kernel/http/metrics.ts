import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Figures for whoever runs the market, in Prometheus' text form. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'muheng_http_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly refusedWebhooks = new Counter({
    name: 'muheng_refused_webhooks_total',
    help: 'Payment notices that were forged, altered, too old or from the future',
    labelNames: ['code'],
    registers: [this.registry],
  });

  private readonly timers = new Map<string, (seconds: number) => void>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts a request. Prometheus' client sorts and joins the labels at each call: here once for each combination. */
  answered(method: string, route: string, status: number, seconds: number): void {
    const name = `${method} ${route} ${status}`;
    let observe = this.timers.get(name);
    if (observe === undefined) {
      const timer = this.requests.labels({ method, route, status: String(status) });
      observe = (value) => timer.observe(value);
      this.timers.set(name, observe);
    }
    observe(seconds);
  }

  async render(): Promise<string> {
    return this.registry.metrics();
  }
}

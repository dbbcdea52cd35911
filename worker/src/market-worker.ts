import {
  AuditSealer,
  CONFIG,
  type Config,
  DataSource,
  PublicationNumberer,
  PublishCheckpoint,
  RaiseAlert,
  RemindPeople,
  Retention,
  SealMonths,
  SendMails,
  SendWebhooks,
  TellPeople,
  WatchMarket,
} from '@muheng/api/core';
import type { INestApplicationContext } from '@nestjs/common';
import { handlers } from './handlers/all-handlers.js';
import { Registry } from './handlers/registry.js';
import { Figures } from './health/figures.js';
import { HealthServer } from './health/health-server.js';
import { Probe } from './health/probe.js';
import { JobRunner } from './job-runner.js';
import { MarketQueue } from './queue/market-queue.js';
import { chooseQueueStore, ensureQueueStore } from './queue/queue-store.js';
import { TroubledJobs } from './queue/troubled-jobs.js';
import { OutboxRelay } from './relay/outbox-relay.js';
import { sealAuditLog, signCheckpoints } from './schedules/audit-log.js';
import { DueWork } from './schedules/due-work.js';
import { Listener } from './schedules/listener.js';
import { makeMonths, reconcileEachMinute } from './schedules/maintenance.js';
import { sealMonths } from './schedules/months.js';
import { remindPeople, sendMails, sweepRetention, tellPeople } from './schedules/notices.js';
import { numberChanges, sendWebhooks } from './schedules/publication.js';
import { watchMarket } from './schedules/surveillance.js';
import { Sweeper } from './schedules/sweeper.js';
import type { WorkerConfig } from './worker-config.js';

/** The worker put together over the core: what moves, what watches, and the order in which they start and stop. */
export class MarketWorker {
  private readonly queue: MarketQueue;
  private readonly runner: JobRunner;
  private readonly relay: OutboxRelay;
  private readonly sweeper: Sweeper;
  private readonly listener: Listener;
  private readonly probe: Probe;
  private readonly health: HealthServer;
  private readonly schedules;

  constructor(
    core: INestApplicationContext,
    private readonly settings: WorkerConfig,
  ) {
    const config = core.get<Config>(CONFIG);
    const source = core.get(DataSource);
    const troubled = new TroubledJobs(source);
    this.queue = new MarketQueue(config, chooseQueueStore(config));
    const figures = new Figures(this.queue, troubled);
    this.runner = new JobRunner(
      new Registry(core, handlers),
      troubled,
      core.get(RaiseAlert, { strict: false }),
      figures,
    );
    this.relay = new OutboxRelay(source, this.queue);
    this.sweeper = new Sweeper(
      new DueWork(config),
      this.queue,
      troubled,
      core.get(RaiseAlert, { strict: false }),
    );
    this.queue.onEmptied = () => {
      this.relay.poke();
      this.sweeper.poke();
    };
    this.probe = new Probe(this.queue);
    this.health = new HealthServer(this.probe, figures);
    const changes = numberChanges(core.get(PublicationNumberer, { strict: false }));
    this.schedules = [
      changes,
      sendWebhooks(core.get(SendWebhooks, { strict: false })),
      makeMonths(source),
      reconcileEachMinute(this.queue),
      sealAuditLog(core.get(AuditSealer, { strict: false })),
      sealMonths(core.get(SealMonths, { strict: false })),
      tellPeople(core.get(TellPeople, { strict: false })),
      remindPeople(core.get(RemindPeople, { strict: false })),
      sendMails(core.get(SendMails, { strict: false })),
      sweepRetention(core.get(Retention, { strict: false })),
      watchMarket(core.get(WatchMarket, { strict: false })),
      signCheckpoints(core.get(PublishCheckpoint, { strict: false })),
    ];
    this.listener = new Listener(config, {
      // What a command did may also have moved the next instant at which something falls due.
      outbox: () => {
        this.relay.poke();
        this.sweeper.rearm();
      },
      publication: () => changes.poke(),
      sweep: () => this.sweeper.poke(),
    });
  }

  /** Makes the queue's tables when they are missing; before any queue is opened. */
  static async prepare(config: Config): Promise<void> {
    await ensureQueueStore(config);
  }

  async start(): Promise<void> {
    await this.health.listen(this.settings.WORKER_HOST, this.settings.WORKER_PORT);
    await this.queue.ready();
    await this.queue.work((job) => this.runner.process(job), this.settings.WORKER_CONCURRENCY);
    await this.listener.start();
    this.relay.start();
    this.sweeper.start();
    this.probe.start();
    for (const schedule of this.schedules) schedule.start();
  }

  /** Stops asking for work, ends the work in hand, then closes the queue. */
  async stop(): Promise<void> {
    await this.listener.stop();
    await Promise.all([
      this.relay.stop(),
      this.sweeper.stop(),
      this.probe.stop(),
      ...this.schedules.map((s) => s.stop()),
    ]);
    await this.queue.close();
    await this.health.close();
  }
}

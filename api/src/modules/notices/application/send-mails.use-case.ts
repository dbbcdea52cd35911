import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { inMarket } from '../../../kernel/database/run.js';
import { failpoint } from '../../../kernel/failpoint.js';
import {
  type DueMail,
  dropMail,
  findMailedNotices,
  giveUpWaiting,
  type MailedNotice,
  storeMailAttempt,
  takeDueMails,
} from '../persistence/mail.repository.js';
import { mailText } from './mail-text.js';

const atOnce = 20;
const patienceMs = 20_000;
/** Seconds before each further try; after the last the mail is given up, and the person sees that. */
const pauses = [60, 300, 1_800, 7_200, 21_600];

type Transport = ReturnType<typeof createTransport>;

/**
 * Sends what is due by SMTP, outside every transaction (decision 086). Dead after the server took a mail and before that
 * is noted: it is sent once more, under the same Message-ID, by which mail programs know a duplicate. No address and no
 * words of a mail go into the log.
 */
@Injectable()
export class SendMails implements OnModuleDestroy {
  private readonly log = new Logger('Mail');
  private transport: Transport | null = null;
  private gaveUp = false;

  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL'>,
  ) {}

  onModuleDestroy(): void {
    this.transport?.close();
  }

  /** Answers how many were tried; none without a mail server. */
  async execute(): Promise<number> {
    const { SMTP_URL: url } = this.config;
    if (url === undefined) return this.giveUp();
    this.transport ??= createTransport(
      { url, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
      { from: this.sender() },
    );
    const due = await inMarket(this.source, (run) => takeDueMails(run, atOnce));
    if (due.length === 0) return 0;
    const notices = await inMarket(this.source, (run) =>
      findMailedNotices(
        run,
        due.map(({ id }) => id),
      ),
    );
    for (const mail of due)
      await this.deliver(
        this.transport,
        mail,
        notices.filter(({ mailId }) => mailId === mail.id),
      );
    return due.length;
  }

  /** Without a mail server none is asked for from now on; what an earlier process left waits no more. */
  private async giveUp(): Promise<0> {
    if (!this.gaveUp) await inMarket(this.source, giveUpWaiting);
    this.gaveUp = true;
    return 0;
  }

  private async deliver(
    transport: Transport,
    mail: DueMail,
    notices: readonly MailedNotice[],
  ): Promise<void> {
    if (mail.purpose === 'notices' && notices.length === 0)
      return inMarket(this.source, (run) => dropMail(run, mail.id));
    const error = await this.send(transport, mail, notices);
    failpoint('mail:before-note');
    const pause = error === null ? null : (pauses[mail.attempts - 1] ?? null);
    const state = error === null ? 'sent' : pause === null ? 'failed' : 'waiting';
    if (error !== null)
      this.log.warn({ msg: 'A mail was not taken', mail: mail.id, attempts: mail.attempts, error });
    await inMarket(this.source, (run) => storeMailAttempt(run, mail.id, { state, error, pause }));
  }

  /** Answers why it was not taken, without anybody's address in it; null when it was. */
  private async send(
    transport: Transport,
    mail: DueMail,
    notices: readonly MailedNotice[],
  ): Promise<string | null> {
    try {
      await transport.sendMail({
        ...mailText(mail, notices, this.config.PUBLIC_URL),
        to: mail.address,
        messageId: `<${mail.id}@${hostOf(this.config.PUBLIC_URL)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return null;
    } catch (cause) {
      const { code, responseCode } = Object(cause) as { code?: unknown; responseCode?: unknown };
      return [code ?? 'error', responseCode].filter(Boolean).join(' ').slice(0, 100);
    }
  }

  private sender(): string {
    return this.config.MAIL_FROM ?? `Muheng <noreply@${hostOf(this.config.PUBLIC_URL)}>`;
  }
}

const hostOf = (url: string): string => new URL(url).hostname;

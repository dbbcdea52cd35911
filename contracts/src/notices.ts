import { z } from 'zod';
import { type NoticeKindName, noticeKindNames } from './common/notices/kinds.js';
import { noticeTopics } from './common/notices/notice-kind.js';
import { id, instant, page, pageQuery } from './common/schema.js';

/** What a person is told of, what they choose to have sent, and the long work of their organisation. */

const kindName = z.enum(noticeKindNames as [NoticeKindName, ...NoticeKindName[]]);
const topic = z.enum(noticeTopics);

/** Words come from the one table of kinds (`common/notices`): `noticeText(kind, facts, language)`. */
export const notification = z
  .strictObject({
    id,
    kind: z.string(),
    topic,
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    /** The address of the page that it leads to. */
    page: z.string(),
    at: instant,
    readAt: instant.nullable(),
    /** When somebody did what it asks for: it waits for nobody any more, read or not. */
    doneAt: instant.nullable(),
    /** What became of its e-mail; null when none was asked for. */
    mail: z.enum(['waiting', 'sent', 'failed', 'no-server']).nullable(),
  })
  .meta({ id: 'Notification' });
export const notificationQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['unread', 'all']).default('all'),
  topic: topic.optional(),
});
export const notificationPage = page(notification)
  .extend({ unread: z.number().int() })
  .meta({ id: 'NotificationPage' });
/** Those named, or all that are there when the command runs. */
export const readInput = z
  .strictObject({ ids: z.array(id).min(1).max(200).optional() })
  .meta({ id: 'MarkRead' });
export const readAnswer = z.strictObject({ unread: z.number().int() }).meta({ id: 'MarkedRead' });

const language = z.enum(['zh-CN', 'en']);
export const settings = z
  .strictObject({
    /** In which e-mails are written. */
    language,
    email: z.string().nullable(),
    emailConfirmed: z.boolean(),
    /** Whether this market has a mail server at all. */
    mailServer: z.boolean(),
    /** Every kind of notice that this person can get, and whether it also goes by e-mail. */
    kinds: z.array(z.strictObject({ kind: kindName, topic, mail: z.boolean() })),
  })
  .meta({ id: 'PersonalSettings' });
/** What is left out stays. A new address is confirmed by the code that is sent to it; null takes it away. */
export const settingsInput = z
  .strictObject({
    language: language.optional(),
    email: z.email().max(254).nullable().optional(),
    mails: z.record(z.string(), z.boolean()).optional(),
  })
  .meta({ id: 'ChangeSettings' });
export const confirmEmailInput = z
  .strictObject({ code: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'ConfirmEmail' });

export const taskKinds = ['project-import', 'reconciliation', 'papers', 'plan', 'month-report'] as const;
/** One piece of long work, derived from what it works on. Topic `job:<id>` follows an import or a reconciliation. */
export const task = z
  .strictObject({
    id,
    kind: z.enum(taskKinds),
    /** A file, a number of trades, a depth: what tells it from others of its kind. */
    name: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.number().int(),
    total: z.number().int().nullable(),
    /** Where its result is seen. */
    page: z.string(),
    cancellable: z.boolean(),
    mine: z.boolean(),
    startedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Task' });
export const taskList = z.strictObject({ items: z.array(task) }).meta({ id: 'TaskList' });

export const retentionRule = z.strictObject({
  key: z.string(),
  /** After how many days; null: kept for ever. */
  days: z.number().int().nullable(),
  act: z.enum(['deleted', 'erased', 'kept']),
  what: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  from: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  basis: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  /** What the last sweep did, and when. */
  swept: z.strictObject({ at: instant, rows: z.number().int(), sinceFirst: z.number().int() }).nullable(),
});
export const retentionSchedule = z
  .strictObject({ items: z.array(retentionRule) })
  .meta({ id: 'RetentionSchedule' });

import { z } from 'zod';
import { cny, id, instant, partyCode, quantitiesWire, quotaKind } from './common/schema.js';

/** What everyone may know has changed, in the order in which it became true; and having it sent (domain §12). */

const organisation = z.strictObject({
  id: partyCode,
  name: z.string(),
  nameEn: z.string(),
  roles: z.array(z.string()),
});

/** One change, in the manner of an OCDS release: what was true when it happened, never altered later. */
export const release = z
  .strictObject({
    ocid: z.string(),
    id: z.string(),
    /** Its place in the feed: 1, 2, 3 … without gaps, in the order of commits. */
    position: z.number().int(),
    event: z.string(),
    date: instant,
    tag: z.array(
      z.enum([
        'tender',
        'tenderUpdate',
        'tenderCancellation',
        'award',
        'awardUpdate',
        'awardCancellation',
        'contract',
        'contractTermination',
        'suspension',
      ]),
    ),
    subjectId: id,
    regionCode: z.string(),
    parties: z.array(organisation),
    tender: z
      .strictObject({
        id: z.string().nullable(),
        title: z.string(),
        status: z.string(),
        procurementMethodDetails: z.string(),
        quota: quotaKind,
        quantities: quantitiesWire,
        value: z.strictObject({ amount: cny, currency: z.literal('CNY') }),
        tenderPeriod: z.strictObject({ startDate: instant.nullable(), endDate: instant.nullable() }),
        numberOfTenderers: z.number().int(),
      })
      .nullable(),
    awards: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        status: z.string(),
        date: instant,
        quota: quotaKind,
        quantities: quantitiesWire,
        value: z.strictObject({ amount: cny, currency: z.literal('CNY') }),
        objectionsUntil: instant,
      }),
    ),
    suspension: z
      .strictObject({ ground: z.string(), reason: z.string(), from: instant, until: instant.nullable() })
      .nullable(),
  })
  .meta({ id: 'Release' });

const feedFilter = {
  /** Changes after this position: the last one that was read. */
  after: z.coerce.number().int().min(0).default(0),
  /** A prefix of the event, such as `trade.` */
  event: z
    .string()
    .regex(/^[a-z.-]{1,60}$/)
    .optional(),
};
export const changeQuery = z.strictObject({
  ...feedFilter,
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const changeFeed = z
  .strictObject({
    items: z.array(release),
    /** Ask again with this as `after`; the same when nothing is new. */
    next: z.number().int(),
    /** The last position that there is. */
    head: z.number().int(),
  })
  .meta({ id: 'ChangeFeed' });
export const changeExportQuery = z.strictObject({ ...feedFilter, format: z.enum(['csv', 'xlsx']) });

/** `notice.` is followed by topic and kind: `notice.approvals.approval.waits`. */
const eventPrefix = z.string().regex(/^((listing|trade|suspension)\.[a-z-]{0,40}|notice\.[a-z.-]{0,60})$/);
export const createWebhookInput = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).max(500),
    /**
     * Which events, by prefix; none means all public changes. `notice.` means what the person who adds the endpoint is
     * told, which goes only where it was chosen.
     */
    events: z.array(eventPrefix).max(20).default([]),
  })
  .meta({ id: 'CreateWebhook' });
export const webhook = z
  .strictObject({
    id,
    url: z.string(),
    events: z.array(z.string()),
    createdAt: instant,
    endedAt: instant.nullable(),
    waiting: z.number().int(),
    failed: z.number().int(),
  })
  .meta({ id: 'Webhook' });
/** The secret is told once. Verify with any Standard Webhooks library. */
export const webhookCreated = z.strictObject({ id, secret: z.string() }).meta({ id: 'WebhookCreated' });
export const webhookList = z.strictObject({ items: z.array(webhook) }).meta({ id: 'WebhookList' });
export const webhookDelivery = z.strictObject({
  /** The `webhook-id` under which it goes, the same at every attempt. */
  id: z.string(),
  /** Of a public change, its place in the feed; null: a notice. */
  position: z.number().int().nullable(),
  event: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  nextAt: instant.nullable(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  deliveredAt: instant.nullable(),
});
export const webhookDeliveries = z
  .strictObject({ items: z.array(webhookDelivery) })
  .meta({ id: 'WebhookDeliveries' });
/** A range of the feed's positions, or one delivery of the log, a notice too. */
export const replayWebhookInput = z
  .union([
    z.strictObject({ from: z.number().int().min(1), to: z.number().int().min(1).optional() }),
    z.strictObject({ delivery: z.string().regex(/^(chg_[1-9]\d{0,14}|ntc_[0-9a-f-]{36})$/) }),
  ])
  .meta({ id: 'ReplayWebhook' });
export const webhookReplayed = z
  .strictObject({ deliveries: z.number().int() })
  .meta({ id: 'WebhookReplayed' });
export const webhookEnded = z.strictObject({ id }).meta({ id: 'WebhookEnded' });

import type { NoticeFacts } from '@muheng/contracts/common/notices/text';
import type { NoticeTopic } from '@muheng/contracts/common/notices/notice-kind';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface NotificationRow {
  id: string;
  kind: string;
  topic: NoticeTopic;
  facts: NoticeFacts;
  page: string;
  at: Date;
  readAt: Date | null;
  doneAt: Date | null;
  mail: 'waiting' | 'sent' | 'failed' | 'no-server' | null;
  cursorAt: string;
}

export interface NotificationFilter {
  personId: string;
  unreadOnly: boolean;
  topic: NoticeTopic | null;
  limit: number;
  after: Keyset | null;
}

/** A person's own, newest first, one more than asked for. Row-level security shows nobody else's. */
export async function listNotifications(tx: ReadTx, filter: NotificationFilter): Promise<NotificationRow[]> {
  const { personId, unreadOnly, topic, limit, after } = filter;
  return tx.query<NotificationRow>(
    `select n.id, n.kind, n.topic, n.facts, n.page, n.at, n.read_at as "readAt", n.done_at as "doneAt", m.state as mail,
       ${cursorText('n.at')} as "cursorAt"
     from notification n left join notice_mail m on m.id = n.mail_id
     where n.person_id = $1 and ($2::boolean is false or n.read_at is null and n.done_at is null) and ($3::text is null or n.topic = $3)
       and ($4::timestamptz is null or (n.at, n.id) < ($4, $5::uuid))
     order by n.at desc, n.id desc limit $6`,
    [personId, unreadOnly, topic, after?.at ?? null, after?.id ?? null, limit + 1],
  );
}

export async function countUnread(tx: Tx | ReadTx, personId: string): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    'select count(*)::int as unread from notification where person_id = $1 and read_at is null and done_at is null',
    [personId],
  );
  return row?.unread ?? 0;
}

/** @param ids null: all that are there */
export async function markRead(tx: Tx, personId: string, ids: readonly string[] | null): Promise<number> {
  const rows = await tx.query(
    `update notification set read_at = app_now()
     where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning 1`,
    [personId, ids],
  );
  return rows.length;
}

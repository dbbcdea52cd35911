import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface SettingRow {
  language: 'zh-CN' | 'en';
  email: string | null;
  emailConfirmedAt: Date | null;
  mails: Record<string, boolean>;
}

const columns = 'language, email, email_confirmed_at as "emailConfirmedAt", mails';

export async function findSetting(tx: Tx | ReadTx, personId: string): Promise<SettingRow> {
  const [row] = await tx.query<SettingRow>(`select ${columns} from person_setting where person_id = $1`, [
    personId,
  ]);
  return row ?? { language: 'zh-CN', email: null, emailConfirmedAt: null, mails: {} };
}

/** As `findSetting`, made when it is not there and locked until the end of the transaction. */
export async function lockSetting(tx: Tx, personId: string): Promise<SettingRow> {
  await tx.query('insert into person_setting (person_id) values ($1) on conflict do nothing', [personId]);
  const [row] = await tx.query<SettingRow>(
    `select ${columns} from person_setting where person_id = $1 for update`,
    [personId],
  );
  if (!row) throw new Error(`person ${personId} has no settings`);
  return row;
}

/** @param confirm for a new address: SHA-256 of its code, which is good for an hour */
export async function storeSetting(
  tx: Tx,
  personId: string,
  { language, email, mails }: Omit<SettingRow, 'emailConfirmedAt'>,
  confirm: Buffer | null,
): Promise<void> {
  await tx.query(
    `update person_setting set language = $2, mails = $4,
       email_confirmed_at = case when email is not distinct from $3 and $5::bytea is null then email_confirmed_at end,
       confirm_hash = case when email is not distinct from $3 and $5::bytea is null then confirm_hash else $5 end,
       confirm_until = case when $5::bytea is null then confirm_until else clock_timestamp() + interval '1 hour' end,
       confirm_tries = case when $5::bytea is null then confirm_tries else 0 end,
       email = $3, updated_at = clock_timestamp() where person_id = $1`,
    [personId, language, email, JSON.stringify(mails), confirm],
  );
}

/** How many codes were sent for this person within the hour. */
export async function countCodes(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from notice_mail
     where person_id = $1 and purpose = 'confirmation' and created_at > clock_timestamp() - interval '1 hour'`,
    [personId],
  );
  return row?.count ?? 0;
}

/** Judges a code: five tries an hour. Answers whether it was right; either way the try counts. */
export async function tryCode(tx: Tx, personId: string, hash: Buffer): Promise<boolean> {
  const [row] = await tx.query<{ confirmed: boolean }>(
    `update person_setting set confirm_tries = confirm_tries + 1,
       email_confirmed_at = case when confirm_hash = $2 then clock_timestamp() else email_confirmed_at end,
       confirm_hash = case when confirm_hash = $2 then null else confirm_hash end
     where person_id = $1 and confirm_hash is not null and email is not null and confirm_until > clock_timestamp()
       and confirm_tries < 5
     returning email_confirmed_at is not null as confirmed`,
    [personId, hash],
  );
  return row?.confirmed ?? false;
}

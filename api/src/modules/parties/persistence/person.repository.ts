import type { Role } from '../../../kernel/access/actor.js';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface PersonRow {
  id: string;
  login: string;
  displayName: string;
  roles: Role[];
  partyId: string;
  disabled: boolean;
}

export interface ListedPersonRow extends PersonRow {
  locked: boolean;
  hasPassword: boolean;
  createdAt: Date;
  cursorAt: string;
}

const personColumns = `
  n.id, n.login, n.display_name as "displayName", n.roles, n.party_id as "partyId", n.disabled_at is not null as disabled`;

/** People in whose login, name or party `q` occurs, the newest first; one row more than `limit` when there are more. */
export async function listPeople(
  tx: ReadTx,
  q: string,
  after: Keyset | null,
  limit: number,
): Promise<ListedPersonRow[]> {
  return tx.query<ListedPersonRow>(
    `select ${personColumns}, coalesce(n.locked_until > clock_timestamp(), false) as locked,
       n.password_hash is not null as "hasPassword", n.created_at as "createdAt", ${cursorText('n.created_at')} as "cursorAt"
     from person n join party y on y.id = n.party_id
     where ($1 = '' or strpos(lower(concat_ws(' ', n.login, n.display_name, y.code, y.name_zh, y.name_en)), lower($1)) > 0)
       and ($2::timestamptz is null or (n.created_at, n.id) < ($2, $3::uuid))
     order by n.created_at desc, n.id desc limit $4 + 1`,
    [q, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  const [row] = await tx.query<PersonRow>(
    `select ${personColumns} from person n where n.id = $1 for update`,
    [id],
  );
  return row ?? null;
}

/** Locks all who administer, in the order of their ids; who they are. */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from person where 'administrator' = any (roles) and disabled_at is null order by id for update`,
  );
  return rows.map(({ id }) => id);
}

export async function amendPerson(
  tx: Tx,
  id: string,
  { displayName, roles, disabled }: Pick<PersonRow, 'displayName' | 'roles' | 'disabled'>,
): Promise<void> {
  await tx.query(
    `update person set display_name = $2, roles = $3,
       disabled_at = case when $4 then coalesce(disabled_at, app_now()) end where id = $1`,
    [id, displayName, roles, disabled],
  );
}

/** A new password also ends the lock that failed sign-ins brought. */
export async function updatePassword(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.query(
    'update person set password_hash = $2, failed_sign_ins = 0, locked_until = null where id = $1',
    [id, hash],
  );
}

/** Ends the sessions of a person, but for one. */
export async function endSessions(tx: Tx, personId: string, except: Buffer | null): Promise<void> {
  await tx.query(
    `update session set ended_at = clock_timestamp()
     where person_id = $1 and ended_at is null and ($2::bytea is null or id_hash <> $2)`,
    [personId, except],
  );
}

/** Null for somebody who signs in by one click, and for nobody. */
export async function passwordHashOf(tx: Tx | ReadTx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ hash: string | null }>(
    'select password_hash as hash from person where id = $1',
    [id],
  );
  return row?.hash ?? null;
}

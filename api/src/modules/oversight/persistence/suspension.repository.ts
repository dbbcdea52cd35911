import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

export interface SuspensionRow {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  ground: 'idle-land' | 'assessment' | 'bad-record' | 'default';
  reason: string;
  fromAt: Date;
  untilAt: Date | null;
  liftedAt: Date | null;
  liftReason: string | null;
  stands: boolean;
  cursorAt: string;
}

const stands = 's.lifted_at is null and (s.until_at is null or s.until_at > app_now())';
const states = { standing: stands, ended: `not (${stands})`, all: 'true' } as const;

/** Suspensions, newest first: everyone may know them. */
export const listSuspensions = (
  tx: ReadTx,
  state: keyof typeof states,
  limit: number,
  after: Keyset | null,
): Promise<SuspensionRow[]> =>
  tx.query<SuspensionRow>(
    `select s.id, p.code, p.name_zh as "nameZh", p.name_en as "nameEn", s.ground, s.reason, s.from_at as "fromAt",
       s.until_at as "untilAt", s.lifted_at as "liftedAt", s.lift_reason as "liftReason", ${stands} as stands,
       ${cursorText('s.from_at')} as "cursorAt"
     from suspension s join party p on p.id = s.party_id
     where ${states[state]} and ($2::timestamptz is null or (s.from_at, s.id) < ($2::timestamptz, $3::uuid))
     order by s.from_at desc, s.id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null],
  );

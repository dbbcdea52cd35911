import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { entryText } from './audit-log.repository.js';

export interface Sealed {
  position: bigint | null;
  text: string;
}

/** The entry by which a certificate was issued; null when there is no such certificate. */
export async function certificateEntry(tx: ReadTx, code: string): Promise<Sealed | null> {
  const [row] = await tx.query<Sealed>(
    `select l.position, ${entryText('a')} as text from certificate c
     join audit a on a.subject_type = 'certificate' and a.subject_id = c.id::text
       and a.action = 'settlement.certificate'
     left join audit_leaf l on l.audit_id = a.id
     where c.code = $1 order by a.seq limit 1`,
    [code],
  );
  return row ?? null;
}

/** The entry by which a bid was accepted, for those who may see the bid. */
export async function bidEntry(tx: ReadTx, listingId: string, seq: string): Promise<Sealed | null> {
  const [row] = await tx.query<Sealed>(
    `select l.position, ${entryText('a')} as text from bid b
     join audit a on a.subject_type = 'listing' and a.subject_id = b.listing_id::text
       and a.action = 'bidding.place-bid' and a.outcome = 'done' and a.detail ->> 'bid' = b.seq::text
     left join audit_leaf l on l.audit_id = a.id
     where b.listing_id = $1 and b.seq = $2::bigint order by a.seq limit 1`,
    [listingId, seq],
  );
  return row ?? null;
}

import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

export interface TaskRow {
  id: string;
  kind: 'project-import' | 'reconciliation' | 'papers' | 'plan' | 'month-report';
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  personId: string | null;
  startedAt: Date;
  finishedAt: Date | null;
}

/** What of each kind is looked at: the newest. */
const eachMax = 20;

/**
 * Long work of a party, newest first, read from what it works on: a file, a run of checks, papers of trades, plans. Each
 * under the reader's row-level security; nothing is booked twice.
 */
export async function listTasks(tx: ReadTx, partyId: string, limit: number): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `(select i.id, 'project-import' as kind, i.file_name as name, j.state, j.done, j.total, i.by_person_id as "personId",
        j.created_at as "startedAt", case when j.state in ('done', 'failed', 'cancelled') then j.updated_at end as "finishedAt"
      from project_import i join job_progress j on j.id = i.id where i.party_id = $1 and i.by_person_id is not null
      order by i.created_at desc limit ${eachMax})
     union all
     (select r.id, 'reconciliation', r.depth, r.state, r.done, r.total, r.by_person_id, r.started_at, r.finished_at
      from job_progress j join reconciliation r on r.id = j.id
      where j.kind = 'reconciliation' and j.party_id = $1 order by j.created_at desc limit ${eachMax})
     union all
     (select b.id, 'papers', cardinality(b.trade_ids)::text, case when p.done < p.total then 'running' else 'done' end,
        p.done, p.total, b.by_person_id, b.created_at, null
      from (select * from paper_batch where party_id = $1 order by created_at desc limit ${eachMax}) b
      cross join lateral (
        select coalesce(sum((t.confirmed_at is not null)::int
            + (t.seller_signed_at is not null and t.buyer_signed_at is not null)::int
            + (t.paid_at is not null)::int + (c.id is not null)::int), 0)::int as total,
          coalesce(sum((select count(*) from document d where d.subject_type = 'trade' and d.subject_id = t.id
            and d.kind in ('confirmation', 'contract', 'receipt')) + (c.document_id is not null)::int), 0)::int as done
        from trade t left join certificate c on c.trade_id = t.id where t.id = any(b.trade_ids)) p)
     union all
     (select s.id, 'plan', coalesce(n.title, ''), 'done', 1, 1, s.by_person_id, s.made_at, s.made_at
      from plan_set s left join need n on n.id = s.need_id where s.party_id = $1 order by s.made_at desc limit ${eachMax})
     union all
     (select min(r.id::text)::uuid, 'month-report', to_char(r.month, 'YYYY-MM'),
        case when count(*) filter (where f.files < 2) > 0 then 'running' else 'done' end,
        (count(*) filter (where f.files = 2))::int, count(*)::int, r.by_person_id, r.requested_at, null
      from month_report r cross join lateral (select count(*) as files from document d
        where d.subject_type = 'month-report' and d.subject_id = r.id) f
      where r.by_person_id in (select id from person where party_id = $1)
      group by r.month, r.by_person_id, r.requested_at order by r.requested_at desc limit ${eachMax})
     order by "startedAt" desc limit $2`,
    [partyId, limit],
  );
}

import type { finding, reconciliation } from '@muheng/contracts/oversight';
import type { z } from 'zod';
import type { FindingRow } from '../persistence/finding.repository.js';
import type { ReconciliationRow } from '../persistence/reconciliation.repository.js';
import { labelOf } from './alert-view.js';

export function reconciliationView(row: ReconciliationRow): z.input<typeof reconciliation> {
  const { id, state, depth, ok, checked, findings, done, total } = row;
  return {
    id,
    state,
    depth,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    marketAt: row.marketAt.toISOString(),
    ok,
    checked,
    findings,
    digest: row.digest?.toString('hex') ?? null,
    progress: state === 'done' ? null : { done, total },
  };
}

export function findingView(row: FindingRow): z.input<typeof finding> {
  const { id, code, subject, expected, actual, outcome, frozen } = row;
  return {
    id,
    code,
    subject,
    expected,
    actual,
    owner: row.ownerCode === null ? null : labelOf(row.ownerCode, row.ownerZh ?? '', row.ownerEn ?? ''),
    dueAt: row.dueAt?.toISOString() ?? null,
    foundAt: row.foundAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    outcome,
    frozen,
  };
}

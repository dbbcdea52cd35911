import { decisionsOf } from '@muheng/contracts/common/alert-decisions';
import { parseQuantities, type QuantitiesWire } from '@muheng/contracts/common/component';
import type { TFunction } from 'i18next';
import { areaText, capacityText } from '../../../lib/format/area.js';
import type { Alert } from '../api/oversight.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function quantitiesText(value: unknown, ha: string, kg: string): string | null {
  if (!isRecord(value) || typeof value['areaHa'] !== 'string') return null;
  const { area, paddy, capacity } = parseQuantities(value as unknown as QuantitiesWire);
  const parts = [
    area > 0n ? `${areaText(area, 'ha')} ${ha}` : null,
    paddy > 0n ? `${areaText(paddy, 'ha')} ${ha}` : null,
    capacity > 0n ? `${capacityText(capacity)} ${kg}` : null,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : null;
}

/** The evidence of an alert in one line of plain words; what nobody has words for is left to the evidence itself. */
export function evidenceLine(alert: Alert, t: TFunction<'oversight'>, ha: string, kg: string): string {
  const { evidence } = alert;
  const shortfall = quantitiesText(evidence['shortfall'], ha, kg);
  const needs = Array.isArray(evidence['needs'])
    ? evidence['needs'].flatMap((need) =>
        isRecord(need) && typeof need['title'] === 'string' ? [need['title']] : [],
      )
    : [];
  return [
    alert.subject,
    shortfall === null ? null : t('alerts.shortfall', { text: shortfall }),
    needs.length > 0 ? t('alerts.needs', { names: needs.slice(0, 3).join('、') }) : null,
    typeof evidence['subject'] === 'string' ? t('alerts.finding', { subject: evidence['subject'] }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How an alert ended, in a word. */
export function decisionWord(alert: Pick<Alert, 'code' | 'decision'>, t: TFunction<'oversight'>): string {
  const known = decisionsOf(alert.code).find((each) => each === alert.decision);
  // Cases were once closed without saying what they came to.
  return t(known ? `decision.${known}` : 'decision.close');
}

/** The page of what an alert is about, where it has one. */
export function subjectPage({
  subjectType,
  subjectId,
}: Pick<Alert, 'subjectType' | 'subjectId'>): string | null {
  if (subjectType === 'listing') return `/listings/${subjectId}`;
  return subjectType === 'trade' ? `/trades/${subjectId}` : null;
}

/** Deadlines first, the earliest first; then by severity. */
export function byDeadline(alerts: readonly Alert[]): Alert[] {
  const rank = { high: 0, medium: 1, low: 2 };
  return [...alerts].sort(
    (a, b) =>
      (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
      rank[a.severity] - rank[b.severity] ||
      a.raisedAt.localeCompare(b.raisedAt),
  );
}

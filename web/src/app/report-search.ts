import type { ReportAbout } from '../features/reports/components/report-view.js';

const subjects = ['listing', 'lot', 'trade'] as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `/report?subject=trade&id=…&number=…`, as the pages of things link to it; whatever else stands there is nothing. */
export function readReportSearch(search: Record<string, unknown>): ReportAbout {
  const subject = subjects.find((each) => each === search['subject']) ?? 'listing';
  return { subject, id: textOf(search['id']), number: textOf(search['number']) };
}

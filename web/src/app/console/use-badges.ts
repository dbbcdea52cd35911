import { useQuery } from '@tanstack/react-query';
import { approvalsQuery } from '../../features/listings-desk/api/listings.js';
import { useAlerts } from '../../features/oversight/api/oversight.js';
import { may } from '../../lib/may.js';
import { type Session } from '../../lib/session.js';
import type { PlaceKey } from './places.js';

const watching: readonly string[] = ['city', 'region-department', 'region-government'];

/** How many matters wait behind a place of the rail. */
export function useBadges(session: Session): Partial<Record<PlaceKey, number>> {
  const watches = watching.includes(session.party.kind);
  const approvals = useQuery({
    ...approvalsQuery,
    enabled: watches && may(session, 'post /listings/{id}/approvals'),
  });
  const alerts = useAlerts('open', watches);
  return { approvals: approvals.data?.length ?? 0, alerts: alerts.data?.length ?? 0 };
}

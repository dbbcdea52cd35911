import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiCommand, apiUrl } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import type { PlanRun } from '../api/plans.js';

/** How far a long planning is, and a way to stop it; a quick one is over before there is anything to say. */
export function RunBar({ run: key }: { run: string }): ReactElement | null {
  const { t } = useTranslation('planner');
  const [run, setRun] = useState<PlanRun | null>(null);
  useEffect(() => {
    const source = new EventSource(apiUrl(get('/plan-runs/{key}/progress', { params: { key } })));
    source.onmessage = (event) => setRun(JSON.parse(String(event.data)) as PlanRun);
    return () => source.close();
  }, [key]);
  if (run?.state !== 'running') return null;
  return (
    <ProgressBar
      label={t('ask.progress')}
      done={run.done}
      total={run.total}
      onCancel={() =>
        void apiCommand(post('/plan-runs/{key}/cancellation', { params: { key } })).catch(() => undefined)
      }
    />
  );
}

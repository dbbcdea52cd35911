import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AnswerView } from '../../features/reports/components/answer-view.js';
import { type ReportAbout, ReportView } from '../../features/reports/components/report-view.js';
import { PublicPage } from './public-page.js';

/** 异议与举报. */
export function ReportPage(): ReactElement {
  const about: ReportAbout = useSearch({ from: '/report' });
  return (
    <PublicPage current={null}>
      <ReportView key={about.id} about={about} />
    </PublicPage>
  );
}

/** 举报答复, by receipt. */
export function ReportAnswerPage(): ReactElement {
  const { receipt } = useParams({ from: '/report/$receipt' });
  return (
    <PublicPage current={null}>
      <AnswerView receipt={receipt} />
    </PublicPage>
  );
}

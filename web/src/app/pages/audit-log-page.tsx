import '../audit-log-messages.js';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AuditLogView } from '../../features/audit-log/components/audit-log-view.js';
import { PublicPage } from './public-page.js';

/** 审计日志与核验, for anyone. */
export function AuditLogPage(): ReactElement {
  const { code = '' } = useSearch({ from: '/public/audit-log' });
  return (
    <PublicPage current="record">
      <AuditLogView code={code} />
    </PublicPage>
  );
}

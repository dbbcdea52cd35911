import '../../../audit-log-messages.js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EntriesCard } from '../../../../features/audit-log/components/entries-card.js';
import { DeskPage } from '../../desk-page.js';

/** 审计记录 of the reader's scope. */
export function AuditPage(): ReactElement {
  const { t } = useTranslation('console');
  return (
    <DeskPage place="audit" title={t('title.audit')}>
      <EntriesCard />
    </DeskPage>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ClearingStudy } from '../../../../features/planner/components/clearing-study.js';
import { DeskPage } from '../../desk-page.js';

/** Market clearing on paper. */
export function ClearingPage(): ReactElement {
  const { t } = useTranslation('console');
  return (
    <DeskPage place="clearing" title={t('title.clearing')}>
      <ClearingStudy />
    </DeskPage>
  );
}

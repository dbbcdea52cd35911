import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlannerDesk } from '../../../../features/planner/components/planner-desk.js';
import { may } from '../../../../lib/may.js';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';

/** The need matcher of a buyer. */
export function PlannerPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="planner" title={t('title.planner')}>
      <PlannerDesk party={session.party.code} mayAct={may(session, 'post /plans/{id}/acts')} />
    </DeskPage>
  );
}

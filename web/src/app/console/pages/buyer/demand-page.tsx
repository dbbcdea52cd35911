import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DemandBook } from '../../../../features/planner/components/demand-book.js';
import { may } from '../../../../lib/may.js';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';

/** The demand book, for sellers and buyers alike. */
export function DemandPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="demand" title={t('title.demand')}>
      <DemandBook party={session.party.code} mayPublish={may(session, 'post /demands')} />
    </DeskPage>
  );
}

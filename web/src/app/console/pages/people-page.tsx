import '../../people-messages.js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PeopleCard } from '../../../features/people/components/people-card.js';
import { DeskPage } from '../desk-page.js';

/** 用户与单位 of the administrator. */
export function PeoplePage(): ReactElement {
  const { t } = useTranslation('console');
  return (
    <DeskPage place="people" title={t('title.people')}>
      <PeopleCard />
    </DeskPage>
  );
}

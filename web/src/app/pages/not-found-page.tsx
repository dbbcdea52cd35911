import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/states/empty-state.js';
import { PublicPage } from './public-page.js';

export function NotFoundPage(): ReactElement {
  const { t } = useTranslation('app');
  return (
    <PublicPage current={null}>
      <EmptyState
        page
        title={t('notFound.title')}
        hint={t('notFound.hint')}
        action={<a href="/">{t('notFound.home')}</a>}
      />
    </PublicPage>
  );
}

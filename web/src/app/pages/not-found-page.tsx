import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PublicShell, SignInLink } from '../../ui/shell/public-shell.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { publicPlaces } from '../places.js';

export function NotFoundPage(): ReactElement {
  const { t } = useTranslation('app');
  return (
    <PublicShell current={null} places={publicPlaces} account={<SignInLink href="/login" />}>
      <EmptyState
        page
        title={t('notFound.title')}
        hint={t('notFound.hint')}
        action={<a href="/">{t('notFound.home')}</a>}
      />
    </PublicShell>
  );
}

import '../../people-messages.js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticesCard } from '../../../features/notices/components/notices-card.js';
import { RetentionView } from '../../../features/notices/components/retention-view.js';
import { SettingsView } from '../../../features/notices/components/settings-view.js';
import { TasksCard } from '../../../features/notices/components/tasks-card.js';
import { WebhooksView } from '../../../features/notices/components/webhooks-view.js';
import { OwnPasswordCard } from '../../../features/people/components/own-password-card.js';
import { DeskPage } from '../desk-page.js';

/** 通知中心. */
export function NotificationsPage(): ReactElement {
  const { t } = useTranslation('notices');
  return (
    <DeskPage place={null} title={t('title')}>
      <NoticesCard />
    </DeskPage>
  );
}

/** 任务中心. */
export function TasksPage(): ReactElement {
  const { t } = useTranslation('notices');
  return (
    <DeskPage place={null} title={t('tasks.title')}>
      <TasksCard />
    </DeskPage>
  );
}

/** 个人设置. */
export function SettingsPage(): ReactElement {
  const { t } = useTranslation('notices');
  return (
    <DeskPage place={null} title={t('settings.title')}>
      <SettingsView>
        <OwnPasswordCard />
      </SettingsView>
    </DeskPage>
  );
}

/** Webhooks of the organisation. */
export function WebhooksPage(): ReactElement {
  const { t } = useTranslation('notices');
  return (
    <DeskPage
      place={null}
      path={{ text: t('settings.title'), href: '/settings' }}
      title={t('webhooks.title')}
    >
      <WebhooksView />
    </DeskPage>
  );
}

/** 保存期限. */
export function RetentionPage(): ReactElement {
  const { t } = useTranslation('notices');
  return (
    <DeskPage
      place={null}
      path={{ text: t('settings.title'), href: '/settings' }}
      title={t('retention.title')}
    >
      <RetentionView />
    </DeskPage>
  );
}

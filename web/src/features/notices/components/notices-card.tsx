import { noticeTopics } from '@muheng/contracts/common/notices/notice-kind';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { SelectField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { noticesKey, type Topic, useNotices } from '../api/notices.js';
import { NoticeList } from './notice-list.js';
import styles from './notices.module.css';

/** All that somebody was told, by topic, in pages. */
export function NoticesCard(): ReactElement {
  const { t } = useTranslation('notices');
  const [state, setState] = useState<'unread' | 'all'>('all');
  const [topic, setTopic] = useState<Topic | ''>('');
  const feed = useNotices(state, topic);
  const read = useCommand([noticesKey]);
  const mark = (ids?: string[]): void =>
    void read.send(post('/notifications/read', { body: ids ? { ids } : {} }));
  return (
    <Card
      flush
      title={t('title')}
      aside={
        <Button size="dense" disabled={read.busy} onClick={() => mark()}>
          {t('markAll')}
        </Button>
      }
    >
      <div className={styles['filters']}>
        <Segmented
          label={t('stateLabel')}
          value={state}
          options={(['all', 'unread'] as const).map((value) => ({ value, text: t(`states.${value}`) }))}
          onChange={setState}
        />
        <SelectField
          label={t('topicLabel')}
          value={topic}
          options={[
            { value: '' as const, text: t('everyTopic') },
            ...noticeTopics.map((value) => ({ value, text: t(`topic.${value}`) })),
          ]}
          onChange={setTopic}
        />
      </div>
      <ToldBox told={read.told} />
      <Loaded query={feed}>
        {(notices) =>
          notices.length === 0 ? (
            <EmptyState title={t(state === 'unread' ? 'noneUnread' : 'none')} hint={t('noneHint')} />
          ) : (
            <NoticeList notices={notices} onRead={(id) => mark([id])} />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('more')} />
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { useClosing } from '../../../ui/use-closing.js';
import { latestNotices, noticesKey } from '../api/notices.js';
import { useNoticeNews } from '../api/use-notice-news.js';
import { NoticeList } from './notice-list.js';
import styles from './notices.module.css';

const most = 99;

/** The bell of every desk: how many are unread, live, and the newest on demand. */
export function Bell(): ReactElement {
  const { t } = useTranslation('notices');
  const ref = useRef<HTMLDetailsElement>(null);
  // Closed, it holds no words that a search in the page would find.
  const [open, setOpen] = useState(false);
  useClosing(ref);
  useNoticeNews();
  const { data } = useQuery(latestNotices);
  const read = useCommand([noticesKey]);
  const unread = data?.unread ?? 0;
  const mark = (ids?: string[]): void =>
    void read.send(post('/notifications/read', { body: ids ? { ids } : {} }));
  const close = (): void => {
    if (ref.current) ref.current.open = false;
  };
  return (
    <details ref={ref} className={styles['bell']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={unread > 0 ? t('bell', { count: unread }) : t('bellNone')}>
        <Icon name="bell" size={18} />
        {unread > 0 ? (
          <span className={styles['count']} aria-hidden="true">
            {unread > most ? `${most}+` : unread}
          </span>
        ) : null}
      </summary>
      {open ? (
        <div className={styles['sheet']}>
          <div className={styles['sheetHead']}>
            <b>{t('title')}</b>
            {unread > 0 ? (
              <Button look="link" size="dense" disabled={read.busy} onClick={() => mark()}>
                {t('markAll')}
              </Button>
            ) : null}
          </div>
          {data && data.items.length > 0 ? (
            // biome-ignore lint/a11y/useKeyWithClickEvents: it closes after a link inside was followed, by whatever means.
            // biome-ignore lint/a11y/noStaticElementInteractions: as above.
            <div onClick={(event) => (event.target as Element).closest('a') && close()}>
              <NoticeList brief notices={data.items} onRead={(id) => mark([id])} />
            </div>
          ) : (
            <p className={styles['quiet']}>{t('none')}</p>
          )}
          <p className={styles['sheetFoot']}>
            <a href="/notifications" onClick={close}>
              {t('all')}
            </a>
            <a href="/tasks" onClick={close}>
              {t('tasks.title')}
            </a>
            <a href="/settings" onClick={close}>
              {t('settings.title')}
            </a>
          </p>
        </div>
      ) : null}
    </details>
  );
}

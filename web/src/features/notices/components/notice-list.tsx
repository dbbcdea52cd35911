import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { fullStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { isFresh, type Notice } from '../api/notices.js';
import { useNoticeWords } from './notice-words.js';
import styles from './notices.module.css';

interface NoticeListProps {
  notices: readonly Notice[];
  /** Marks one as read: by its button, and when its page is opened. */
  onRead: (id: string) => void;
  /** In the bell: words and time only. */
  brief?: boolean;
}

/** What somebody was told, newest first; what is unread is bold and says so. */
export function NoticeList({ notices, onRead, brief = false }: NoticeListProps): ReactElement {
  const { t } = useTranslation('notices');
  const wordsOf = useNoticeWords();
  return (
    <ul className={cx(styles['list'], brief && styles['brief'])}>
      {notices.map((notice) => (
        <li key={notice.id} className={cx(isFresh(notice) && styles['fresh'])}>
          <div className={styles['words']}>
            <a href={notice.page} onClick={() => isFresh(notice) && onRead(notice.id)}>
              {isFresh(notice) ? <span className="visually-hidden">{t('unread')}: </span> : null}
              {wordsOf(notice)}
            </a>
            <p className={styles['meta']}>
              <time dateTime={notice.at}>{fullStamp(notice.at)}</time>
              {brief ? null : <span>{t(`topic.${notice.topic}`)}</span>}
              {notice.doneAt ? <span>{t('done')}</span> : null}
              {brief || notice.mail === null ? null : <span>{t(`mail.${notice.mail}`)}</span>}
            </p>
          </div>
          {brief || !isFresh(notice) ? null : (
            <Button size="dense" onClick={() => onRead(notice.id)}>
              {t('markOne')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

import type { ReactElement } from 'react';
import { Button } from '../button.js';
import styles from './data-table.module.css';

interface Feed {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The next page of a feed, when there is one. */
export function MoreButton({ feed, text }: { feed: Feed; text: string }): ReactElement | null {
  if (!feed.hasNextPage) return null;
  return (
    <p className={styles['more']}>
      <Button size="dense" disabled={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
        {text}
      </Button>
    </p>
  );
}

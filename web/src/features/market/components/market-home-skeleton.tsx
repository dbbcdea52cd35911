import type { ReactElement } from 'react';
import { Card } from '../../../ui/card.js';
import { Skeleton, SkeletonRows } from '../../../ui/states/skeleton.js';
import styles from './market-home.module.css';

/** The front page in the size of what is coming. */
export function MarketHomeSkeleton(): ReactElement {
  return (
    <div className={styles['page']}>
      <section className={styles['atlas']}>
        <Skeleton width="270px" height="2.25rem" />
        <div className={styles['controls']}>
          <Skeleton width="232px" height="1.875rem" />
        </div>
        <Skeleton height="38.25rem" />
      </section>
      <div className={styles['side']}>
        <Skeleton height="5.25rem" />
        <div className={styles['listings']}>
          <Skeleton height="5.375rem" />
        </div>
        <Card flush>
          <SkeletonRows rows={6} />
        </Card>
      </div>
    </div>
  );
}

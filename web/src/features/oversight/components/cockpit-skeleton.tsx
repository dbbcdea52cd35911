import type { ReactElement } from 'react';
import { Card } from '../../../ui/card.js';
import { Skeleton, SkeletonRows } from '../../../ui/states/skeleton.js';
import styles from './oversight.module.css';

/** The shape of the cockpit while its figures are on their way. */
export function CockpitSkeleton(): ReactElement {
  return (
    <>
      <div className={styles['kpis']}>
        <Skeleton height="5.5rem" />
      </div>
      <div className={styles['cockpit']}>
        <Card>
          <Skeleton height="40rem" />
        </Card>
        <div className={styles['column']}>
          <Card flush>
            <SkeletonRows rows={5} />
          </Card>
          <Card>
            <Skeleton height="14rem" />
          </Card>
        </div>
        <div className={styles['column']}>
          <Card flush>
            <SkeletonRows rows={4} />
          </Card>
          <Card>
            <Skeleton height="14rem" />
          </Card>
        </div>
      </div>
    </>
  );
}

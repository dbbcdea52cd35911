import { type Component, components } from '@muheng/contracts/common/component';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { Skeleton, SkeletonRows } from '../../../ui/states/skeleton.js';
import styles from './market-home.module.css';

const figures = ['surplus', 'shortage', 'traded', 'price'] as const;

interface Props {
  component: Component;
  onComponent: (component: Component) => void;
}

/** The front page before its figures: all the words that are its own, and what is coming in its size. */
export function MarketHomeSkeleton({ component, onComponent }: Props): ReactElement {
  const { t } = useTranslation('market');
  const { t: ui } = useTranslation('ui');
  return (
    <div className={styles['page']}>
      <section className={styles['atlas']}>
        <h1>{t('title')}</h1>
        <div className={styles['controls']}>
          <Segmented
            label={t('components')}
            value={component}
            onChange={onComponent}
            options={components.map((value) => ({ value, text: ui(`component.${value}`) }))}
          />
          <p>
            <Skeleton width="12rem" height="1.125rem" />
          </p>
        </div>
        <Skeleton height="38.25rem" />
      </section>
      <div className={styles['side']}>
        <dl className={styles['kpis']}>
          {figures.map((figure) => (
            <div key={figure} className={styles['kpi']}>
              <dt>{t(`kpi.${figure}`)}</dt>
              <dd className={styles['coming']}>
                <Skeleton width="60%" height="1.875rem" />
              </dd>
            </div>
          ))}
        </dl>
        <div className={styles['coming']}>
          <Skeleton height="5.375rem" />
        </div>
        <section className={styles['listings']}>
          <header>
            <h2>{t('listings.title')}</h2>
            <a href="/listings">{t('listings.all')}</a>
          </header>
          <Card flush>
            <SkeletonRows rows={6} />
          </Card>
        </section>
      </div>
    </div>
  );
}

import type { Component } from '@muheng/contracts/common/component';
import type { QuotaKind } from '@muheng/contracts/common/component';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { Segmented } from '../../../ui/segmented.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type Figures, figuresQuery } from '../api/figures.js';
import { AgeingCard, CareCard, ExpiringCard, FlowsCard, HoardingCard } from './age-cards.js';
import { CountiesCard, MonthsCard } from './balance-cards.js';
import styles from './figures.module.css';

const spans = ['12', '36', '60'] as const;

function Cards({ figures, component }: { figures: Figures; component: Component }): ReactElement {
  return (
    <>
      <MonthsCard months={figures.months} component={component} />
      <CountiesCard counties={figures.counties} component={component} />
      <div className={styles['two']}>
        <FlowsCard flows={figures.flows} component={component} />
        <AgeingCard ageing={figures.ageing} />
        <ExpiringCard rows={figures.expiring} component={component} />
        <HoardingCard rows={figures.hoarding} component={component} />
        <CareCard care={figures.care} />
      </div>
    </>
  );
}

/** 统计: balances, flows, months and ages of the reader's scope; one page that prints. */
export function FiguresView({ reports }: { reports: ReactNode }): ReactElement {
  const { t } = useTranslation('figures');
  const [quota, setQuota] = useState<QuotaKind>('SFQ');
  const [span, setSpan] = useState<(typeof spans)[number]>('12');
  const [component, setComponent] = useState<Component>('area');
  const query = useQuery(figuresQuery(quota, Number(span)));
  return (
    <div className={styles['stack']}>
      <div className={styles['bar']}>
        <Segmented
          label={t('quota')}
          value={quota}
          options={(['SFQ', 'LSQ'] as const).map((value) => ({ value, text: t(`quotas.${value}`) }))}
          onChange={setQuota}
        />
        <Segmented
          label={t('component')}
          value={component}
          options={(['area', 'paddy', 'capacity'] as const).map((value) => ({
            value,
            text: t(`components.${value}`),
          }))}
          onChange={setComponent}
        />
        <Segmented
          label={t('span')}
          value={span}
          options={spans.map((value) => ({ value, text: t(`spans.${value}`) }))}
          onChange={setSpan}
        />
        <Button size="dense" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {query.data ? (
          <small>
            {query.data.sealedTo
              ? t('asOf', { at: fullStamp(query.data.at).slice(0, 16), month: query.data.sealedTo })
              : t('asOfOpen', { at: fullStamp(query.data.at).slice(0, 16) })}
          </small>
        ) : null}
      </div>
      <Loaded query={query}>{(figures) => <Cards figures={figures} component={component} />}</Loaded>
      <div className="no-print">{reports}</div>
    </div>
  );
}

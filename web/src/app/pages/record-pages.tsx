import '../publication-messages.js';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { BalancesView } from '../../features/publication/components/balances-view.js';
import { IndexView } from '../../features/publication/components/index-view.js';
import { MonthPricesView } from '../../features/publication/components/month-prices-view.js';
import { SuspensionsView } from '../../features/publication/components/suspensions-view.js';
import { PublicPage } from './public-page.js';

/** 信息公示. */
export function RecordIndexPage(): ReactElement {
  return (
    <PublicPage current="record">
      <IndexView />
    </PublicPage>
  );
}

/** 暂停交易名单. */
export function SuspensionsPage(): ReactElement {
  return (
    <PublicPage current="record">
      <SuspensionsView />
    </PublicPage>
  );
}

/** 各县指标余缺. */
export function BalancesPage(): ReactElement {
  const search = useSearch({ from: '/public/balances' });
  const navigate = useNavigate({ from: '/public/balances' });
  return (
    <PublicPage current="record">
      <BalancesView search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </PublicPage>
  );
}

/** 月度价格统计. */
export function MonthPricesPage(): ReactElement {
  const search = useSearch({ from: '/public/prices' });
  const navigate = useNavigate({ from: '/public/prices' });
  return (
    <PublicPage current="record">
      <MonthPricesView search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </PublicPage>
  );
}

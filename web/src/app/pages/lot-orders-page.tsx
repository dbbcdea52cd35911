import type { ReactElement } from 'react';
import { LotOrdersView } from '../../features/listings/components/lot-orders-view.js';
import { PublicPage } from './public-page.js';

/** 排序抽签, for everybody. */
export function LotOrdersPage(): ReactElement {
  return (
    <PublicPage current="listings">
      <LotOrdersView />
    </PublicPage>
  );
}

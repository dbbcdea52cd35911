import type { ReactElement } from 'react';
import { PricesView } from '../../features/prices/components/prices-view.js';
import { PublicPage } from './public-page.js';

/** 行情: the price index and the public changes. */
export function PricesPage(): ReactElement {
  return (
    <PublicPage current="market">
      <PricesView />
    </PublicPage>
  );
}

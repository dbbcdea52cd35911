import type { Component } from '@muheng/contracts/common/component';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { currentListingsQuery } from '../../features/market/api/current-listings.js';
import { marketSummaryQuery } from '../../features/market/api/market-summary.js';
import { MarketHomeSkeleton } from '../../features/market/components/market-home-skeleton.js';
import { MarketHomeView } from '../../features/market/components/market-home-view.js';
import { marketHomeOf } from '../../features/market/model/market-home-from-wire.js';
import { useServerNow } from '../../lib/clock.js';
import { usePreferences } from '../../lib/preferences.js';
import { Loaded } from '../../ui/states/loaded.js';
import { PublicPage } from './public-page.js';

const minuteMs = 60_000;

/** The public front page. */
export function HomePage(): ReactElement {
  const navigate = useNavigate();
  const [component, setComponent] = useState<Component>('area');
  const [selected, setSelected] = useState<string | null>(null);
  const summary = useQuery(marketSummaryQuery);
  const listings = useQuery(currentListingsQuery);
  const { language } = usePreferences();
  const now = useServerNow(minuteMs);
  return (
    <PublicPage current="atlas">
      <Loaded
        query={summary}
        skeleton={<MarketHomeSkeleton component={component} onComponent={setComponent} />}
      >
        {(data) => (
          <MarketHomeView
            model={marketHomeOf({
              summary: data,
              listings: listings.data?.items ?? [],
              component,
              selected,
              now,
              chinese: language === 'zh-CN',
            })}
            allListingsHref="/listings"
            onComponent={setComponent}
            onSelect={setSelected}
            onOpen={(county) => void navigate({ href: `/listings?county=${county}` })}
          />
        )}
      </Loaded>
    </PublicPage>
  );
}

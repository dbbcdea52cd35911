import '../atlas-messages.js';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback } from 'react';
import { atlasQuery } from '../../features/atlas/api/atlas.js';
import { regionMapQuery } from '../../features/atlas/api/region-map.js';
import { AtlasView } from '../../features/atlas/components/atlas-view.js';
import type { AtlasViewProps } from '../../features/atlas/model/atlas-view-props.js';
import { Loaded } from '../../ui/states/loaded.js';
import { SkeletonPage } from '../../ui/states/skeleton.js';
import { PublicPage } from './public-page.js';

/** 指标一张图, with everything that it shows in its address. */
export function AtlasPage(): ReactElement {
  const search = useSearch({ from: '/atlas' });
  const navigate = useNavigate();
  const query = useQuery(atlasQuery(search.quota));
  const map = useQuery(regionMapQuery);
  const change = useCallback<AtlasViewProps['onSearch']>(
    (next) =>
      void navigate({
        to: '/atlas',
        search: { ...search, ...next } as typeof search,
        replace: true,
        resetScroll: false,
      }),
    [navigate, search],
  );
  return (
    <PublicPage current="atlas">
      <Loaded
        query={query}
        skeleton={
          <SkeletonPage columns="524px minmax(0, 1fr)" sheets={[['46rem'], ['4rem', '22rem', '18rem']]} />
        }
      >
        {(atlas) => <AtlasView atlas={atlas} map={map.data} search={search} onSearch={change} />}
      </Loaded>
    </PublicPage>
  );
}

import type { Atlas } from '../api/atlas.js';
import type { RegionMap } from '../api/region-map.js';
import type { AtlasSearch } from './atlas-search.js';

export interface AtlasViewProps {
  atlas: Atlas;
  /** Absent: the tiles are drawn. */
  map?: RegionMap | null | undefined;
  search: AtlasSearch;
  /** Changes what the address says; `undefined` takes a choice back. */
  onSearch: (change: { [K in keyof AtlasSearch]?: AtlasSearch[K] | undefined }) => void;
}

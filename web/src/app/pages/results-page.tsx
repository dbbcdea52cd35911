import type { ReactElement } from 'react';
import { ResultsView } from '../../features/results/components/results-view.js';
import { PublicPage } from './public-page.js';

/** 成交公示. */
export function ResultsPage(): ReactElement {
  return (
    <PublicPage current="results">
      <ResultsView />
    </PublicPage>
  );
}

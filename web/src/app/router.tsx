import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { consoleRoute, loginRoute } from './console/routes.js';
import { readAtlasSearch } from '../features/atlas/model/atlas-search.js';
import { currentListingsQuery } from '../features/market/api/current-listings.js';
import { marketSummaryQuery } from '../features/market/api/market-summary.js';
import { readListingSearch } from './listing-search.js';
import { readBalancesSearch, readCodeSearch, readMonthPricesSearch } from './record-search.js';
import { readReportSearch } from './report-search.js';
import { FailedPage } from './pages/failed-page.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { RootFrame } from './root-frame.js';

const rootRoute = createRootRouteWithContext<{ cache: QueryClient }>()({
  component: RootFrame,
  notFoundComponent: NotFoundPage,
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  // The figures are on their way while the page's own code still is.
  loader: ({ context: { cache } }) => {
    void cache.prefetchQuery(marketSummaryQuery);
    void cache.prefetchQuery(currentListingsQuery);
  },
  component: lazyRouteComponent(() => import('./pages/home-page.js'), 'HomePage'),
});

const atlasRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/atlas',
  validateSearch: readAtlasSearch,
  component: lazyRouteComponent(() => import('./pages/atlas-page.js'), 'AtlasPage'),
});

const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  component: lazyRouteComponent(() => import('./pages/verify-page.js'), 'VerifyPage'),
});

const certificateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify/$code',
  component: lazyRouteComponent(() => import('./pages/certificate-page.js'), 'CertificatePage'),
});

const auctionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/auctions/$listingId',
  component: lazyRouteComponent(() => import('./pages/auction-page.js'), 'AuctionPage'),
});

const replayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/auctions/$listingId/replay',
  component: lazyRouteComponent(() => import('./pages/replay-page.js'), 'ReplayPage'),
});

const practiceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/practice',
  component: lazyRouteComponent(() => import('./pages/practice-page.js'), 'PracticePage'),
});

const practiceRoomRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/practice/$code',
  component: lazyRouteComponent(() => import('./pages/practice-page.js'), 'PracticeRoomPage'),
});

const listingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/listings',
  validateSearch: readListingSearch,
  component: lazyRouteComponent(() => import('./pages/listings-page.js'), 'ListingsPage'),
});

const noticeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/listings/$listingId',
  component: lazyRouteComponent(() => import('./pages/notice-page.js'), 'NoticePage'),
});

const lotOrdersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lot-orders',
  component: lazyRouteComponent(() => import('./pages/lot-orders-page.js'), 'LotOrdersPage'),
});

const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/results',
  component: lazyRouteComponent(() => import('./pages/results-page.js'), 'ResultsPage'),
});

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rules',
  component: lazyRouteComponent(() => import('./pages/rules-page.js'), 'RulesPage'),
});

const marketRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/market',
  component: lazyRouteComponent(() => import('./pages/prices-page.js'), 'PricesPage'),
});

const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public',
  component: lazyRouteComponent(() => import('./pages/record-pages.js'), 'RecordIndexPage'),
});

const suspensionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/suspensions',
  component: lazyRouteComponent(() => import('./pages/record-pages.js'), 'SuspensionsPage'),
});

const balancesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/balances',
  validateSearch: readBalancesSearch,
  component: lazyRouteComponent(() => import('./pages/record-pages.js'), 'BalancesPage'),
});

const monthPricesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/prices',
  validateSearch: readMonthPricesSearch,
  component: lazyRouteComponent(() => import('./pages/record-pages.js'), 'MonthPricesPage'),
});

const auditLogRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/public/audit-log',
  validateSearch: readCodeSearch,
  component: lazyRouteComponent(() => import('./pages/audit-log-page.js'), 'AuditLogPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/report',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./pages/report-pages.js'), 'ReportPage'),
});

const reportAnswerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/report/$receipt',
  component: lazyRouteComponent(() => import('./pages/report-pages.js'), 'ReportAnswerPage'),
});

/** Components with invented data, for drawing and comparing; dropped from a production build (`--mode gallery` keeps it). */
const galleryRoutes =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? [
        createRoute({
          getParentRoute: () => rootRoute,
          path: '/gallery',
          validateSearch: (search): { scene: string } => ({
            scene: typeof search['scene'] === 'string' ? search['scene'] : 'parts',
          }),
          component: lazyRouteComponent(() => import('./gallery/gallery-page.js'), 'GalleryPage'),
        }),
      ]
    : [];

const routeTree = rootRoute.addChildren([
  homeRoute,
  atlasRoute,
  verifyRoute,
  certificateRoute,
  auctionRoute,
  replayRoute,
  practiceRoute,
  practiceRoomRoute,
  listingsRoute,
  noticeRoute,
  lotOrdersRoute,
  resultsRoute,
  marketRoute,
  rulesRoute,
  recordRoute,
  suspensionsRoute,
  balancesRoute,
  monthPricesRoute,
  auditLogRoute,
  reportRoute,
  reportAnswerRoute,
  loginRoute(rootRoute),
  consoleRoute(rootRoute),
  ...galleryRoutes,
]);

export const createAppRouter = (cache: QueryClient) =>
  createRouter({
    routeTree,
    context: { cache },
    defaultPreload: 'intent',
    defaultErrorComponent: FailedPage,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

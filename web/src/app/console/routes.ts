import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

type Pages = Record<string, unknown>;
type Load = () => Promise<Pages>;

const sellerDesk: Load = () => import('./pages/seller/desk-page.js');
const bank: Load = () => import('./pages/seller/bank-page.js');
const needs: Load = () => import('./pages/seller/needs-page.js');
const sellerListings: Load = () => import('./pages/seller/listings-page.js');
const sellerListing: Load = () => import('./pages/seller/listing-page.js');
const listingEdit: Load = () => import('./pages/seller/listing-edit-page.js');
const trades: Load = () => import('./pages/trades-pages.js');
const buyer: Load = () => import('./pages/buyer/desk-page.js');
const wallet: Load = () => import('./pages/buyer/wallet-page.js');
const planner: Load = () => import('./pages/buyer/planner-page.js');
const demand: Load = () => import('./pages/buyer/demand-page.js');
const clearing: Load = () => import('./pages/regulator/clearing-page.js');
const cockpit: Load = () => import('./pages/regulator/cockpit-page.js');
const approvals: Load = () => import('./pages/regulator/approvals-page.js');
const bankControl: Load = () => import('./pages/bank-control-pages.js');
const regulation: Load = () => import('./pages/regulator/regulation-pages.js');
const own: Load = () => import('./pages/own-pages.js');
const map: Load = () => import('./pages/map-page.js');
const people: Load = () => import('./pages/people-page.js');
const audit: Load = () => import('./pages/regulator/audit-page.js');
const oversight: Load = () => import('./pages/regulator/oversight-pages.js');

/** Every address of the desks and the page behind it. */
const pages: readonly [path: string, load: Load, name: string][] = [
  ['/seller', sellerDesk, 'SellerDeskPage'],
  ['/seller/bank', bank, 'BankPage'],
  ['/seller/needs', needs, 'NeedsPage'],
  ['/seller/listings', sellerListings, 'SellerListingsPage'],
  ['/seller/listings/new', listingEdit, 'NewListingPage'],
  ['/seller/listings/$id', sellerListing, 'SellerListingPage'],
  ['/seller/listings/$id/edit', listingEdit, 'EditListingPage'],
  ['/seller/trades', trades, 'TradesPage'],
  ['/trades/$id', trades, 'TradePage'],
  ['/buyer', buyer, 'BuyerDeskPage'],
  ['/buyer/needs', needs, 'NeedsPage'],
  ['/buyer/wallet', wallet, 'WalletPage'],
  ['/buyer/planner', planner, 'PlannerPage'],
  ['/demand', demand, 'DemandPage'],
  ['/reg/clearing', clearing, 'ClearingPage'],
  ['/buyer/trades', trades, 'TradesPage'],
  ['/reg', cockpit, 'CockpitPage'],
  ['/reg/approvals', approvals, 'ApprovalsPage'],
  ['/reg/approvals/$id', approvals, 'ApprovalPage'],
  ['/reg/alerts', oversight, 'AlertsPage'],
  ['/reg/alerts/$id', regulation, 'CasePage'],
  ['/reg/figures', regulation, 'FiguresPage'],
  ['/reg/audit', audit, 'AuditPage'],
  ['/reg/rules', regulation, 'StudioPage'],
  ['/reg/measures', regulation, 'MeasuresPage'],
  ['/reg/complaints', regulation, 'ComplaintsPage'],
  ['/projects', bankControl, 'ProjectsPage'],
  ['/projects/$number', bankControl, 'ProjectPage'],
  ['/family', bankControl, 'FamilyPage'],
  ['/reg/control', bankControl, 'ControlPage'],
  ['/reg/imports', oversight, 'ImportsPage'],
  ['/reg/reconciliation', oversight, 'ReconciliationPage'],
  ['/reg/trades', trades, 'TradesPage'],
  ['/admin/people', people, 'PeoplePage'],
  ['/admin/map', map, 'MapPage'],
  ['/finance', oversight, 'PayoutsPage'],
  ['/notifications', own, 'NotificationsPage'],
  ['/tasks', own, 'TasksPage'],
  ['/settings', own, 'SettingsPage'],
  ['/settings/webhooks', own, 'WebhooksPage'],
  ['/settings/retention', own, 'RetentionPage'],
];

/** The desks below one layout that knows who is there; all of it is fetched only when a desk is opened. */
export function consoleRoute(root: AnyRoute): AnyRoute {
  const layout = createRoute({
    getParentRoute: () => root,
    id: 'console',
    component: lazyRouteComponent(() => import('./console-layout.js'), 'ConsoleLayout'),
  });
  return layout.addChildren(
    pages.map(([path, load, name]) =>
      createRoute({ getParentRoute: () => layout, path, component: lazyRouteComponent(load, name) }),
    ),
  );
}

export const loginRoute = (root: AnyRoute): AnyRoute =>
  createRoute({
    getParentRoute: () => root,
    path: '/login',
    component: lazyRouteComponent(() => import('../pages/login-page.js'), 'LoginPage'),
  });

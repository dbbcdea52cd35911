import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { NotFoundPage } from './pages/not-found-page.js';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home-page.js'), 'HomePage'),
});

const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  component: lazyRouteComponent(() => import('./pages/verify-page.js'), 'VerifyPage'),
});

/** Components with invented data, for drawing and comparing; dropped from a production build (`--mode gallery` keeps it). */
const galleryRoutes = import.meta.env.DEV || import.meta.env.MODE === 'gallery'
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/gallery',
        validateSearch: (search): { scene: string } => ({ scene: typeof search['scene'] === 'string' ? search['scene'] : 'parts' }),
        component: lazyRouteComponent(() => import('./gallery/gallery-page.js'), 'GalleryPage'),
      }),
    ]
  : [];

const routeTree = rootRoute.addChildren([homeRoute, verifyRoute, ...galleryRoutes]);

export const createAppRouter = () => createRouter({ routeTree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

const getParentRoute = () => rootRoute

/** Setting the election up: for whoever has the first code, and from the definition on for the authority. */
export const setupApplications: readonly Application[] = [
  { path: '/setup', name: 'setup.title', about: 'setup.about', roles: ['founder', 'authority'] },
]

export const setupRoutes = [
  createRoute({
    getParentRoute,
    path: '/setup',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/first',
    component: lazyRouteComponent(() => import('./first-page.tsx'), 'FirstPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/key',
    component: lazyRouteComponent(() => import('./key-page.tsx'), 'KeyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/rules',
    component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/bodies',
    component: lazyRouteComponent(() => import('./bodies-page.tsx'), 'BodiesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/calendar',
    component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/tables',
    component: lazyRouteComponent(() => import('./tables-page.tsx'), 'TablesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/document',
    component: lazyRouteComponent(() => import('./document-page.tsx'), 'WholeDocumentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup/sign/$step/$round',
    component: lazyRouteComponent(() => import('./sign-page.tsx'), 'SignPage'),
  }),
]

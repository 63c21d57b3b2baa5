import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

const getParentRoute = () => rootRoute

/** The tally centre: its clerks and head, those who watch it, and the wall that anyone may look at. */
export const centreApplications: readonly Application[] = [
  { path: '/centre', name: 'centre.title', about: 'centre.about', roles: ['clerk', 'centreHead'] },
  {
    path: '/centre/sums',
    name: 'sums.title',
    about: 'sums.about',
    roles: ['representative', 'supervisor', 'supervisingBody', 'candidate'],
  },
]

export const centreRoutes = [
  createRoute({
    getParentRoute,
    path: '/centre',
    component: lazyRouteComponent(() => import('./centre-page.tsx'), 'CentrePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/centre/intake',
    component: lazyRouteComponent(() => import('./intake-page.tsx'), 'IntakePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/centre/key',
    component: lazyRouteComponent(() => import('./key-page.tsx'), 'KeyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/centre/transcripts',
    component: lazyRouteComponent(() => import('./transcripts-page.tsx'), 'TranscriptsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/centre/settle',
    component: lazyRouteComponent(() => import('./settle-page.tsx'), 'SettlePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/centre/tally',
    component: lazyRouteComponent(() => import('./tally-page.tsx'), 'TallyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/centre/sums',
    component: lazyRouteComponent(() => import('./sums-page.tsx'), 'SumsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/progress',
    component: lazyRouteComponent(() => import('./progress-page.tsx'), 'ProgressPage'),
  }),
]

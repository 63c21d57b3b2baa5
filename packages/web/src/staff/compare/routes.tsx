import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

/** An agent's or observer's own copy, beside what is published. Comparing needs no key; a complaint does. */
export const compareApplications: readonly Application[] = [
  {
    path: '/compare',
    name: 'compare.title',
    about: 'compare.about',
    roles: ['visitor', 'agent', 'supervisor', 'representative', 'candidate', 'official', 'leader'],
  },
]

export const compareRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/compare',
    component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
  }),
]

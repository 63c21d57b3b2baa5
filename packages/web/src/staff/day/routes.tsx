import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

/** The voting day, as the authority sees and decides it. */
export const dayApplications: readonly Application[] = [
  { path: '/day', name: 'day.title', about: 'day.about', roles: ['authority', 'desk'] },
]

export const dayRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/day',
    component: lazyRouteComponent(() => import('./day-page.tsx'), 'DayPage'),
  }),
]

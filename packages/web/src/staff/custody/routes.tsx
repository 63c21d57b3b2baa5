import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

const getParentRoute = () => rootRoute

/** Handovers: for everyone whose signature counts on one. */
export const custodyApplications: readonly Application[] = [
  {
    path: '/custody',
    name: 'custody.title',
    about: 'custody.about',
    roles: [
      ...['leader', 'official', 'police', 'supervisor'],
      ...['clerk', 'centreHead', 'desk', 'representative'],
    ],
  },
]

export const custodyRoutes = [
  createRoute({
    getParentRoute,
    path: '/custody',
    component: lazyRouteComponent(() => import('./custody-page.tsx'), 'CustodyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/box/$box',
    component: lazyRouteComponent(() => import('./box-page.tsx'), 'BoxPage'),
  }),
]

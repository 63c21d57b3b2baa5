import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

/** A candidate's team's own count. It needs no key; the way to it is shown to those of a candidate's side. */
export const partyApplications: readonly Application[] = [
  {
    path: '/party',
    name: 'party.title',
    about: 'party.about',
    roles: ['candidate', 'representative', 'agent'],
  },
]

export const partyRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/party',
    component: lazyRouteComponent(() => import('./party-page.tsx'), 'PartyPage'),
  }),
]

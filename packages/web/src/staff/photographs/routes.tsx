import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

const getParentRoute = () => rootRoute
const component = lazyRouteComponent(() => import('./photograph-page.tsx'), 'PhotographPage')

/** Photographs of copies: for everyone whose signature gives one force. */
export const photographApplications: readonly Application[] = [
  {
    path: '/photograph',
    name: 'photograph.title',
    about: 'photograph.about',
    roles: [
      ...['leader', 'official', 'supervisor', 'agent', 'representative'],
      ...['clerk', 'centreHead', 'desk', 'auditor'],
    ],
  },
]

export const photographRoutes = [
  createRoute({ getParentRoute, path: '/photograph', component }),
  createRoute({ getParentRoute, path: '/photograph/$box/$copy', component }),
]

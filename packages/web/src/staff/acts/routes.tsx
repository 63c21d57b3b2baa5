import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

const getParentRoute = () => rootRoute

/** What bodies state besides the count: dates, events, the result, its certification, the oath. */
export const actsApplications: readonly Application[] = [
  {
    path: '/acts',
    name: 'acts.title',
    about: 'acts.about',
    roles: ['authority', 'supervisingBody', 'higherAuthority', 'leader', 'supervisor', 'agent'],
  },
]

export const actsRoutes = [
  createRoute({
    getParentRoute,
    path: '/acts',
    component: lazyRouteComponent(() => import('./acts-page.tsx'), 'ActsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/acts/state/$act',
    component: lazyRouteComponent(() => import('./act-page.tsx'), 'ActPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/acts/declare',
    component: lazyRouteComponent(() => import('./declare-page.tsx'), 'DeclarePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/acts/certify',
    component: lazyRouteComponent(() => import('./decide-page.tsx'), 'CertifyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/acts/confirm',
    component: lazyRouteComponent(() => import('./decide-page.tsx'), 'ConfirmPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/acts/figures',
    component: lazyRouteComponent(() => import('./new-figures-page.tsx'), 'NewFiguresPage'),
  }),
]

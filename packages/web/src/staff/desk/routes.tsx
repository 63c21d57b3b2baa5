import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'

const getParentRoute = () => rootRoute
const bodies = ['authority', 'supervisingBody', 'higherAuthority', 'auditBoard'] as const

/** The national desk, and the boxes that wait for a ruling. */
export const deskApplications: readonly Application[] = [
  { path: '/desk', name: 'desk.title', about: 'desk.about', roles: ['desk', 'candidate', ...bodies] },
  {
    path: '/desk/held',
    name: 'held.title',
    about: 'held.about',
    roles: ['desk', 'centreHead', 'supervisor', ...bodies],
  },
]

export const deskRoutes = [
  createRoute({
    getParentRoute,
    path: '/desk',
    component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/areas/$area',
    component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskAreaPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/announce',
    component: lazyRouteComponent(() => import('./announce-page.tsx'), 'AnnouncePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/held',
    component: lazyRouteComponent(() => import('./held-page.tsx'), 'HeldPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/held/$box',
    component: lazyRouteComponent(() => import('./held-box.tsx'), 'HeldBox'),
  }),
]

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'
import { administrators } from './own-side.ts'

const getParentRoute = () => rootRoute

/** Each side's people and their keys: the authority's, the supervising body's, a candidate's. */
export const peopleApplications: readonly Application[] = [
  { path: '/people', name: 'side.title', about: 'side.about', roles: administrators },
]

export const peopleRoutes = [
  createRoute({
    getParentRoute,
    path: '/people',
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/invite',
    component: lazyRouteComponent(() => import('./invite-page.tsx'), 'InvitePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/cards',
    component: lazyRouteComponent(() => import('./cards-page.tsx'), 'CardsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/enrol',
    component: lazyRouteComponent(() => import('./enrol-page.tsx'), 'EnrolPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/revoke',
    component: lazyRouteComponent(() => import('./revoke-page.tsx'), 'RevokePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/seeds',
    component: lazyRouteComponent(() => import('./seeds-page.tsx'), 'SeedsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/second',
    component: lazyRouteComponent(() => import('./second-page.tsx'), 'SecondPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/agents',
    component: lazyRouteComponent(() => import('./agents-page.tsx'), 'AgentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/candidacy',
    component: lazyRouteComponent(() => import('./candidacy-page.tsx'), 'CandidacyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/candidacies',
    component: lazyRouteComponent(() => import('./candidacies-page.tsx'), 'CandidaciesPage'),
  }),
]

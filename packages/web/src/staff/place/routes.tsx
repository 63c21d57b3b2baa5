import { createRoute } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'
import { PlacePage } from './place-page.tsx'

const getParentRoute = () => rootRoute

/** The polling place: for those who run it, and for those who watch it and sign. */
export const placeApplications: readonly Application[] = [
  {
    path: '/place',
    name: 'place.title',
    about: 'place.about',
    roles: ['leader'],
  },
]

export const placeRoutes = [createRoute({ getParentRoute, path: '/place', component: PlacePage })]

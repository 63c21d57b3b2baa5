import { createRoute } from '@tanstack/react-router'
import type { Application } from '../shell/applications.ts'
import { rootRoute } from '../shell/root.tsx'
import { ClosePage } from './close.tsx'
import { CountPage } from './count.tsx'
import { HourlyPage } from './hourly.tsx'
import { OpenPage } from './open.tsx'
import { PaperPage } from './paper.tsx'
import { PlacePage } from './place-page.tsx'
import { PreparePage } from './prepare.tsx'
import { SignPage } from './sign.tsx'
import { SigningPage } from './signing.tsx'

const getParentRoute = () => rootRoute

/** The polling place: for the leader, who runs it, and for those who watch it and sign. */
export const placeApplications: readonly Application[] = [
  { path: '/place', name: 'place.title', about: 'place.about', roles: ['leader'] },
  {
    path: '/sign',
    name: 'sign.title',
    about: 'sign.for',
    roles: ['official', 'police', 'supervisor', 'agent'],
  },
]

export const placeRoutes = [
  createRoute({ getParentRoute, path: '/place', component: PlacePage }),
  createRoute({ getParentRoute, path: '/place/prepare', component: PreparePage }),
  createRoute({ getParentRoute, path: '/place/open', component: OpenPage }),
  createRoute({ getParentRoute, path: '/place/hourly', component: HourlyPage }),
  createRoute({ getParentRoute, path: '/place/close', component: ClosePage }),
  createRoute({ getParentRoute, path: '/place/count', component: CountPage }),
  createRoute({ getParentRoute, path: '/place/paper', component: PaperPage }),
  createRoute({ getParentRoute, path: '/place/signing/$name', component: SigningPage }),
  createRoute({ getParentRoute, path: '/sign', component: SignPage }),
]

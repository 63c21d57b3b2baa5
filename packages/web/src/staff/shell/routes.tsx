import { createRoute } from '@tanstack/react-router'
import { DevicePage } from './device-page.tsx'
import { HomePage } from './home.tsx'
import { JoinPage } from './join.tsx'
import { OutboxPage } from './outbox-page.tsx'
import { RelayPage } from './relay.tsx'
import { rootRoute } from './root.tsx'

const getParentRoute = () => rootRoute

/** The pages that every device has. */
export const shellRoutes = [
  createRoute({ getParentRoute, path: '/', component: HomePage }),
  createRoute({ getParentRoute, path: '/join/$code', component: JoinPage }),
  createRoute({ getParentRoute, path: '/device', component: DevicePage }),
  createRoute({ getParentRoute, path: '/outbox', component: OutboxPage }),
  createRoute({ getParentRoute, path: '/relay', component: RelayPage }),
]

import { QueryClientProvider } from '@tanstack/react-query'
import { createHashHistory, createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { actsApplications, actsRoutes } from './acts/routes.tsx'
import { centreApplications, centreRoutes } from './centre/routes.tsx'
import { keepCarrying } from './codes/carry.ts'
import { readLeftPhotographs } from './codes/photographs.ts'
import { compareApplications, compareRoutes } from './compare/routes.tsx'
import { custodyApplications, custodyRoutes } from './custody/routes.tsx'
import { dayApplications, dayRoutes } from './day/routes.tsx'
import { deskApplications, deskRoutes } from './desk/routes.tsx'
import { keepSaving, keepSending } from './device/keep-sending.ts'
import { partyApplications, partyRoutes } from './party/routes.tsx'
import { peopleApplications, peopleRoutes } from './people/routes.tsx'
import { keepBringing } from './photographs/bring.ts'
import { photographApplications, photographRoutes } from './photographs/routes.tsx'
import { placeApplications, placeRoutes } from './place/routes.tsx'
import { setupApplications, setupRoutes } from './setup/routes.tsx'
import { offer } from './shell/applications.ts'
import { rootRoute } from './shell/root.tsx'
import { shellRoutes } from './shell/routes.tsx'
import { queries } from './shell/stored.ts'
import { Speaking } from './shell/text.tsx'
import './shell/style.css'
import './photographs/style.css'
import './place/style.css'
import './setup/style.css'
import './copies/style.css'

// One line for each application: what it offers, and its routes.
offer([
  ...placeApplications,
  ...setupApplications,
  ...peopleApplications,
  ...dayApplications,
  ...actsApplications,
  ...centreApplications,
  ...custodyApplications,
  ...photographApplications,
  ...deskApplications,
  ...compareApplications,
  ...partyApplications,
])
const routes = [
  ...shellRoutes,
  ...placeRoutes,
  ...setupRoutes,
  ...peopleRoutes,
  ...dayRoutes,
  ...actsRoutes,
  ...centreRoutes,
  ...custodyRoutes,
  ...photographRoutes,
  ...deskRoutes,
  ...compareRoutes,
  ...partyRoutes,
]

const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  // What follows the hash never reaches a server, so the pages work from any folder and with no network.
  history: createHashHistory(),
})

createRoot(document.getElementById('application')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Speaking>
        <RouterProvider router={router} />
      </Speaking>
    </QueryClientProvider>
  </StrictMode>,
)

keepSending()
keepBringing()
keepSaving()
keepCarrying()
void readLeftPhotographs()
if ('serviceWorker' in navigator)
  void navigator.serviceWorker.register(new URL('worker.js', document.baseURI))

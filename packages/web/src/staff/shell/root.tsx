import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './frame.tsx'

/** The root of every application's routes; its frame stands around each page. */
export const rootRoute = createRootRoute({ component: Frame })

import { refuse } from '@countersign/tlog'
import { serveStatic } from '@hono/node-server/serve-static'
import type { App } from '../http/app.ts'
import { problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

/** The staff applications under `/staff/`, and the published site under everything that is nothing else. */
export function serveSite(app: App, { site, staff }: Parts): void {
  if (staff !== undefined) {
    app.get('/staff', c => c.redirect('/staff/'))
    const below = (path: string) => path.slice('/staff'.length)
    app.get('/staff/*', serveStatic({ root: staff, rewriteRequestPath: below, onFound: cached }))
  }
  app.get('*', serveStatic({ root: site, onFound: cached }))
  app.notFound(c =>
    problem(
      c,
      refuse(
        'not-found',
        `There is nothing at ${c.req.path}. The site is made soon after the first checkpoint.`,
      ).refusal,
    ),
  )
}

/** What is named by its content stays; everything else may change with the next publication. */
function cached(path: string, c: { header: (name: string, value: string) => void }): void {
  const stays = /\/(assets|tile|blob)\//.test(path) || /\/derived\/\d+\//.test(path)
  c.header('Cache-Control', stays ? 'max-age=31536000, immutable' : 'max-age=1')
  c.header('Access-Control-Allow-Origin', '*')
}

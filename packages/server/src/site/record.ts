import { withdrawnFiles } from '@countersign/election'
import { refuse } from '@countersign/tlog'
import { fromFiles } from '@countersign/tlog/node'
import type { App } from '../http/app.ts'
import { problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

/** What of the record's folder is public: its keys, and entries that are under no checkpoint yet, are not. */
const open = /^(checkpoint|policy\.txt|tile\/(\d+|entries)\/[0-9x/]+(\.p\/\d+)?|blob\/sha256\/[0-9a-f]{64})$/

/** The log as it is now, under `/record/`, readable from other sites. */
export function serveRecord(app: App, { record }: Parts): void {
  const files = fromFiles(record.folder)
  const withdrawn = oncePerVersion(record)
  app.get('/record/*', async c => {
    const path = c.req.path.slice('/record/'.length)
    if (path.startsWith('blob/') && withdrawn().has(path.slice(-64)))
      return problem(
        c,
        refuse('withdrawn', `A ruling has taken ${path} from view; the record says which.`, { path }).refusal,
      )
    const bytes = open.test(path) ? await files.read(path) : undefined
    if (!bytes) return problem(c, refuse('not-found', `The record has no file ${path}.`, { path }).refusal)
    const isText = path === 'checkpoint' || path === 'policy.txt'
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/octet-stream',
      'Cache-Control': isText ? 'max-age=1' : 'max-age=31536000, immutable',
      'Access-Control-Allow-Origin': '*',
    })
  })
}

/** What rulings have taken from view; read again only once the record has grown. */
function oncePerVersion(record: Parts['record']): () => ReadonlyMap<string, number> {
  let known: { readonly size: number; readonly files: ReadonlyMap<string, number> } | undefined
  return () => {
    const { election } = record
    if (!election) return new Map()
    if (known?.size !== election.size) known = { size: election.size, files: withdrawnFiles(election) }
    return known.files
  }
}

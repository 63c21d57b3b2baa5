import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type Publication,
  type Published,
  publish,
  putIfOther,
  readManifest,
} from '@countersign/publication/node'
import { ok, type Result } from '@countersign/tlog'

/** A record to publish in a site, and the name of its folder there. */
export type SiteRecord = Omit<Publication, 'folder'> & { readonly name: string }

/** What the site's pages are built into. */
const web = join(import.meta.dirname, '../../../web/dist')

/**
 * Publishes records in a site that any web server serves, and makes its pages anew: of these elections, and of those
 * that were published there before. Refusals: those of `publish`.
 */
export async function publishSite(
  site: string,
  records: readonly SiteRecord[],
  address?: string,
): Promise<Result<readonly Published[]>> {
  const done: Published[] = []
  for (const record of records) {
    const published = publishRecord(site, record)
    if (!published.ok) return published
    done.push(published.value)
  }
  await makePages(site, address)
  return ok(done)
}

/** Publishes one record in a site, all but the pages. Refusals: those of `publish`. */
export function publishRecord(site: string, { name, ...record }: SiteRecord): Result<Published> {
  return publish({ ...record, folder: join(site, name) })
}

/** An election of the site as its pages are made from it. */
interface PublishedElection {
  readonly folder: string
  readonly derived: (path: string) => unknown
  readonly checkpoint: string
  readonly grade: string
  readonly downloads: readonly { readonly path: string; readonly bytes: number }[]
}

/** What `packages/web` is built into. */
interface Web {
  readonly prerender: (
    elections: readonly PublishedElection[],
    options: { readonly address?: string },
  ) => AsyncIterable<readonly [path: string, content: string | Uint8Array]>
}

/** Makes the pages of a site anew, from what is published in it. */
export async function makePages(site: string, address: string | undefined): Promise<void> {
  const { prerender } = (await import(pathToFileURL(join(web, 'prerender.js')).href)) as Web
  const elections = foldersIn(site).flatMap(name => publishedIn(site, name))
  const made: string[] = []
  for await (const [path, content] of prerender(elections, address === undefined ? {} : { address })) {
    made.push(path)
    putIfOther(join(site, path), typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }
  for (const part of foldersIn(web)) cpSync(join(web, part), join(site, part), { recursive: true })
  dropFormer(site, made)
}

function foldersIn(path: string): readonly string[] {
  const entries = readdirSync(path, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

function publishedIn(site: string, name: string): readonly PublishedElection[] {
  const folder = join(site, name)
  const manifest = readManifest(folder)
  if (!manifest) return []
  const version = `derived/${manifest.treeSize}`
  const derived = (path: string) => JSON.parse(readFileSync(join(folder, version, path), 'utf8'))
  const exports = Object.keys(manifest.files).filter(path => path.startsWith('exports/'))
  return [
    {
      folder: name,
      derived,
      checkpoint: readFileSync(join(folder, 'checkpoint'), 'utf8'),
      grade: manifest.grade,
      downloads: exports.sort().map(path => ({
        path: `${version}/${path}`,
        bytes: statSync(join(folder, version, path)).size,
      })),
    },
  ]
}

const list = '.pages.json'

/** Removes the pages of the run before that are not made any more. */
function dropFormer(site: string, made: readonly string[]): void {
  const path = join(site, list)
  const former: readonly string[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  const kept = new Set(made)
  for (const page of former) if (!kept.has(page)) rmSync(join(site, page), { force: true })
  putIfOther(path, new TextEncoder().encode(`${JSON.stringify([...kept].sort())}\n`))
}

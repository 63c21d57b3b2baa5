import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  prerender as draw,
  type PrerenderOptions,
  type PublishedElection,
  type Scripts,
} from '../prerender.tsx'
import { pictureOf } from './picture.ts'

export type { Download, PrerenderOptions, PublishedElection } from '../prerender.tsx'

/** A file of the site: its path below the site's root, and what it holds. */
export type SiteFile = readonly [path: string, content: string | Uint8Array]

/** The files of a site, its pictures drawn: the same elections give the same bytes. */
export async function* prerender(
  elections: readonly PublishedElection[],
  options: PrerenderOptions = {},
): AsyncGenerator<SiteFile> {
  const scripts = builtScripts(import.meta.dirname)
  for (const [path, content] of draw(elections, { scripts, ...options }))
    yield path.endsWith('.svg') ? [path.replace(/svg$/, 'png'), await pictureOf(content)] : [path, content]
}

/** What the build says of a file of its own: https://vite.dev/guide/backend-integration */
interface Chunk {
  readonly file: string
  readonly name?: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

/** The scripts that were built beside this file; none where it runs from the sources. */
function builtScripts(folder: string): Scripts {
  const path = join(folder, 'assets.json')
  if (!existsSync(path)) return {}
  const chunks = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Chunk>>
  const fileOf = (key: string) => chunks[key]!.file.replace('assets/', '')
  const importedBy = (key: string): readonly string[] =>
    (chunks[key]!.imports ?? []).flatMap(imported => [fileOf(imported), ...importedBy(imported)])
  return Object.fromEntries(
    Object.keys(chunks)
      .filter(key => chunks[key]!.isEntry)
      .map(key => [chunks[key]!.name, { file: fileOf(key), imports: [...new Set(importedBy(key))] }]),
  )
}
